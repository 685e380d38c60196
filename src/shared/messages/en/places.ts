// Words of the places where customers gather.

export const places = {
  /** What the line at the foot says was done. */
  done: {
    added: 'Added: {{name}}',
    changed: 'Changed: {{name}}',
    next: 'Next at {{name}}: {{on, day}}',
    removed: 'Removed: {{name}}',
    personAdded: '{{name}} goes to {{place}}',
    personRemoved: '{{name}} no longer goes to {{place}}',
    visited: 'Visited {{place}} on {{on, day}}',
    visitedAndMet_one: 'Visited {{place}} on {{on, day}} and met one person',
    visitedAndMet_other: 'Visited {{place}} on {{on, day}} and met {{count}} people',
    visitCorrected: 'Corrected the visit to {{place}} on {{on, day}}',
    visitRemoved: 'Removed the visit to {{place}} on {{on, day}}',
  },
  /** One line, for Today and the sheet. */
  occasion: {
    head: '{{place}} on {{on, day}}',
    what: '{{place}} on {{on, day}} ({{what}})',
    one: '{{first}} goes',
    two: '{{first}} and {{second}} go',
    more_one: '{{first}}, {{second}} and one more go',
    more_other: '{{first}}, {{second}} and {{count}} more go',
    with: '{{head}}: {{who}}.',
    alone: '{{head}}.',
    bring: 'Bring: {{bring}}',
  },
  title: 'Places',
}

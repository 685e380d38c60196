// Words of the people area.

export const people = {
  someoneAt: 'someone at {{firm}}',
  /** What the line at the foot says was done. */
  added: 'Added: {{name}}.',
  changed: 'Changed: {{name}}.',
  contactSaved: 'Saved for {{name}}: {{value}}.',
  contactRemoved: 'Removed from {{name}}: {{value}}.',
  consentYes: 'Noted what {{name}} agreed to.',
  consentNo: 'Noted what {{name}} does not want.',
  neverContactSet: 'Marked do not contact: {{name}}.',
  neverContactLifted: '{{name}} may be contacted again.',
  movedToBin: 'Moved to the bin: {{name}}.',
  broughtBack: 'Brought back: {{name}}.',
  firmChanged: 'Changed: {{name}}.',
  householdOf: '{{name}} household',
  householdMade: 'One household: {{names}}.',
  notHousehold: 'Not one household: {{names}}.',
  picker: {
    placeholder: 'Two letters of a name',
    nobody: 'Nobody by that name.',
    onFocusList: 'on your focus list',
  },
}

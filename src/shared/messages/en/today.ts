// Words of the today area.

export const today = {
  people_one: 'One person to see.',
  people_other: '{{count}} people to see.',
  promises_one: 'One is a promise.',
  promises_other: '{{count}} are promises.',
  keys: 'Press M, T, V, E or N to log a touch.',
  thatIsAll: 'That is today’s list.',
  wait: 'Waiting for another day: {{names}}.',
  waitMore_one: 'Waiting for another day: {{names}} and one more.',
  waitMore_other: 'Waiting for another day: {{names}} and {{count}} more.',
  done: 'That is today’s list',
  seen_one: 'You saw or tried one person. The rest can wait.',
  seen_other: 'You saw or tried {{count}} people. The rest can wait.',
  nothing: 'Nobody to see today',
  allRest: 'Nothing is promised for today, and nobody on your focus list is waiting.',
  noFocus: 'Your focus list is empty. Pick the few you would most like as customers.',
  showMore_one: 'Show one more',
  showMore_other: 'Show {{count}} more',
  coming: 'The days to come',
}

// What came of all planted changes, by area, and those that went unnoticed one by one.

/** Of the changes that change anything, at least this share is to be noticed. */
const LEAST_SHARE = 0.85

const columns = ['noticed', 'missed', 'broken', 'same', 'not run']
const heads = ['noticed', 'not noticed', 'broken', 'no change', 'not run']

/** @param results each change with its result; `text` ends with the sum, `isGood` says whether it is enough */
export function writeTable(results) {
  const areas = [...new Set(results.map(({ mutation }) => areaOf(mutation.file)))].sort()
  const rows = areas.map((area) => [
    area,
    ...countAll(results.filter(({ mutation }) => areaOf(mutation.file) === area)),
  ])
  const sums = countAll(results)
  const [noticed, missed, broken] = sums
  const share = noticed / Math.max(1, noticed + missed)
  const lists = [
    ['Not noticed', 'missed'],
    ['Cannot be run: no test can be loaded', 'broken'],
  ].flatMap(([head, kind]) => {
    const own = results.filter(({ result }) => result === kind)
    return own.length === 0 ? [] : ['', `${head}:`, ...own.map(({ mutation }) => spell(mutation))]
  })
  const text = [
    '',
    line(['', ...heads]),
    ...rows.map(line),
    line(['all', ...sums]),
    ...lists,
    '',
    `${noticed} of ${noticed + missed} changes noticed, ${(share * 100).toFixed(1)} %`,
  ].join('\n')
  return { text, isGood: noticed + missed > 0 && share >= LEAST_SHARE && broken === 0 }
}

const countAll = (results) =>
  columns.map((column) => results.filter(({ result }) => result === column).length)

const line = ([first, ...others]) =>
  String(first).padEnd(30) + others.map((cell) => String(cell).padStart(13)).join('')

const spell = ({ file, find, replace }) => `  ${file}\n    - ${find.trim()}\n    + ${replace.trim()}`

/** src/data/people/bin.ts is of data/people. */
const areaOf = (file) => file.split('/').slice(1, -1).join('/')

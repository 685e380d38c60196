// `npm run simulate`: lives the years of many shops and prints what they came to; exits 1 when one breaks.
import { judgeYear, measureYear } from './judge-year.ts'
import { liveAYear } from './live-a-year.ts'
import { seeds, shops } from './shops.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

const wanted = process.argv[2] ?? ''
const header = ['longest', 'median', 'unseen', 'in a row', 'in ten', 'reason %', 'rows']
print(`${''.padEnd(46)}${header.map((name) => name.padStart(9)).join('')}`)
let failures = 0
for (const shop of shops.filter((one) => one.name.includes(wanted))) {
  for (const seed of process.argv[3] ? [Number(process.argv[3])] : seeds) {
    const year = await liveAYear(shop, seed)
    const figures = measureYear(year)
    const broken = judgeYear(year, figures)
    const { longest, median, longestShown, mostInARow, mostInTen, withReason, rows } = figures
    const cells = [longest, median, longestShown, mostInARow, mostInTen, Math.round(withReason * 100), rows]
    print(
      `${`${shop.name}, ${seed}`.padEnd(46)}${cells.map((cell) => String(cell).padStart(9)).join('')}${broken.map((words) => `\n    breaks: ${words}`).join('')}`,
    )
    failures += broken.length
  }
}
print(failures === 0 ? 'Every year holds.' : `${failures} broken.`)
process.exitCode = failures === 0 ? 0 : 1

// Runs the benchmarks: for each size every measure beside its floors, then one table.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFileName } from '../src/data/engine/open-database.ts'
import { measureBackup } from './backup-measures.ts'
import { measureCalls } from './call-measures.ts'
import { copyDataSet, ensureDataSet, makeWorkFolder, projectRoot } from './data-sets.ts'
import { measureImport } from './import-measures.ts'
import { type MeasureId, type MeasureResult, measures, Samples } from './measures.ts'
import { fullPlan, type Plan, quickPlan } from './plan.ts'
import { copyProgram } from './program.ts'
import { openRawFloors } from './raw-floors.ts'
import { writeTable } from './report.ts'
import { measureTyping } from './sheet-measures.ts'
import { measureStart } from './start-measures.ts'
import { measureWindow } from './window-measures.ts'

const usage = `Usage: npm run bench -- [--quick] [--sizes 1000,10000,100000] [--only search,open] [--out FILE]
Measures: ${measures.map((measure) => measure.id).join(', ')}`

function readPlan(): Plan & { out: string } {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      sizes: { type: 'string' },
      only: { type: 'string' },
      out: { type: 'string' },
    },
  })
  const base = values.quick ? quickPlan : fullPlan
  const sizes = values.sizes?.split(',').map(Number) ?? base.sizes
  if (sizes.some((size) => !Number.isInteger(size) || size < 100))
    throw new Error('sizes are 100 people or more')
  const known = measures.map((measure) => measure.id)
  const wanted = values.only?.split(',') ?? known
  const strange = wanted.find((id) => !(known as string[]).includes(id))
  if (strange !== undefined) throw new Error(`there is no measure "${strange}"`)
  const out = resolve(
    process.env.REGULARS_CWD ?? '.',
    values.out ?? join(projectRoot, '.cache/bench/latest.json'),
  )
  return { ...base, sizes, wanted: new Set(wanted as MeasureId[]), out }
}

const inTheFile: MeasureId[] = [
  'today',
  'list',
  'focus',
  'scroll',
  'filters',
  'search',
  'notes',
  'open',
  'log',
  'print',
  'tour',
]

const say = (line: string) => process.stderr.write(`${line}\n`)

async function measureSize(people: number, plan: Plan): Promise<MeasureResult[]> {
  const source = await ensureDataSet(people, say)
  const samples = new Samples(people)
  const work = makeWorkFolder()
  const wants = (...ids: MeasureId[]) => ids.some((id) => plan.wanted.has(id))
  const step = (what: string) => say(`${people.toLocaleString('en')} people: ${what}`)
  const copyTo = (name: string) => {
    const folder = join(work.path, name)
    copyDataSet(source, folder)
    return folder
  }
  try {
    const program = copyProgram(work.path)
    if (wants('start', 'today', 'memory')) {
      step('start')
      await measureStart(program, work.path, copyTo('start'), samples, plan)
    }
    if (wants('typing')) measureTyping(samples, plan)
    if (wants(...inTheFile)) {
      const raw = openRawFloors(join(copyTo('raw'), dataFileName))
      try {
        step('calls')
        await measureCalls(program, copyTo('calls'), raw, samples, plan)
        step('window')
        await measureWindow(program, work.path, copyTo('window'), raw, samples, plan)
      } finally {
        raw.close()
      }
    }
    if (wants('import')) {
      step('import')
      await measureImport(program, source, work.path, samples, plan)
    }
    if (wants('backup')) {
      step('backup')
      await measureBackup(program, copyTo('backup'), work.path, samples, plan)
    }
    return samples.results(plan.wanted)
  } finally {
    work.remove()
  }
}

let plan: ReturnType<typeof readPlan>
try {
  plan = readPlan()
} catch (error) {
  say(`${error instanceof Error ? error.message : error}\n${usage}`)
  process.exit(2)
}
const results: MeasureResult[] = []
for (const people of plan.sizes) results.push(...(await measureSize(people, plan)))
mkdirSync(dirname(plan.out), { recursive: true })
const machine = { processors: cpus().length, platform: process.platform, versions: process.versions }
writeFileSync(plan.out, `${JSON.stringify({ machine, quick: plan.quick, results }, null, 2)}\n`)
process.stdout.write(`${writeTable(results)}\n`)

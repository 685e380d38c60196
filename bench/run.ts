// Runs the benchmarks: for each size every measure beside its floors, then one table.
import { fork } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CallsJob, JobAnswers, SeedJob } from './data-jobs.ts'
import { type MeasureId, type MeasureResult, measures, Samples } from './measures.ts'
import { canReadMemory, isOpenElsewhere } from './memory.ts'
import { fullPlan, type Plan, quickPlan } from './plan.ts'
import { copyBuilt, electronPath, makeBareProgram, makeProgram } from './program.ts'
import { writeTable } from './report.ts'
import { measureStart } from './start-measures.ts'
import { measureTour, measureWindows } from './window-measures.ts'
import { makeWorkFolder, projectRoot } from './work-folder.ts'

const usage = `Usage: npm run bench -- [--quick] [--sizes 1000,10000,100000] [--only search,open] [--before FOLDER]
  [--out FILE]
Measures: ${measures.map((measure) => measure.id).join(', ')}`

const beforeAndAfter: MeasureId[] = ['start', 'memory', 'list', 'open', 'log']

function readPlan(): Plan & { out: string } {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      sizes: { type: 'string' },
      only: { type: 'string' },
      before: { type: 'string' },
      out: { type: 'string' },
    },
  })
  const base = values.quick ? quickPlan : fullPlan
  const sizes = values.sizes?.split(',').map(Number) ?? base.sizes
  if (sizes.some((size) => !Number.isInteger(size) || size < 100))
    throw new Error('sizes are 100 people or more')
  const known = measures.map((measure) => measure.id)
  const wanted = values.only?.split(',') ?? (values.before === undefined ? known : beforeAndAfter)
  const strange = wanted.find((id) => !(known as string[]).includes(id))
  if (strange !== undefined) throw new Error(`there is no measure "${strange}"`)
  const from = process.env.REGULARS_CWD ?? '.'
  return {
    ...base,
    sizes,
    wanted: wanted as MeasureId[],
    before: values.before === undefined ? undefined : resolve(from, values.before),
    out: resolve(from, values.out ?? join(projectRoot, '.cache/bench/latest.json')),
  }
}

const say = (line: string) => process.stderr.write(`${line}\n`)

/** Runs a job that needs the database in Electron's own Node, and waits until that has ended. */
function runJob<J extends SeedJob | CallsJob>(job: J): Promise<JobAnswers[J['kind']]> {
  const child = fork(join(import.meta.dirname, 'data-jobs.mjs'), {
    execPath: electronPath(),
    execArgv: [],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  return new Promise((resolve, reject) => {
    let answer: JobAnswers[J['kind']]
    child.once('message', (message) => {
      answer = message as typeof answer
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve(answer)
      else reject(new Error(`the job "${job.kind}" ended with ${code}`))
    })
    child.send(job)
  })
}

async function measureSize(people: number, plan: Plan): Promise<MeasureResult[]> {
  const { before, wanted } = plan
  const samples = new Samples(people)
  const roots = before === undefined ? [projectRoot] : [projectRoot, before]
  const [work, workBefore] = roots.map((root) => makeWorkFolder(root)) as [string, string | undefined]
  const step = (what: string) => say(`${people.toLocaleString('en')} people: ${what}`)
  try {
    // Made by the older checkout, if there is one: the newer opens what the older wrote, but not the other way round.
    const seeded = await runJob({ kind: 'seed', root: before ?? projectRoot, people, plan })
    const built = copyBuilt(projectRoot, work)
    const programs = [makeBareProgram(work), makeProgram('ours', built, work, seeded)]
    if (workBefore) programs.splice(1, 0, makeProgram('before', copyBuilt(before!, workBefore), work, seeded))
    if (canReadMemory && isOpenElsewhere(electronPath()))
      say(
        'Another window of this Electron is open: what it shares with ours counts in part. Believe no memory.',
      )
    if (wanted.some((id) => ['start', 'today', 'memory'].includes(id))) {
      step('start')
      await measureStart(programs, work, samples, plan)
    }
    // Before anything is logged: a day that is done shows no row.
    if (wanted.includes('tour')) await measureTour(programs, samples, plan)
    step('window')
    await measureWindows(programs, work, seeded, samples, plan)
    step('calls')
    samples.addAll(await runJob({ kind: 'calls', built, work, file: seeded.file, people, plan }))
    return samples.results(wanted)
  } finally {
    for (const folder of [work, workBefore]) if (folder) rmSync(folder, { recursive: true, force: true })
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
const { quick, before } = plan
writeFileSync(plan.out, `${JSON.stringify({ machine, quick, before, results }, null, 2)}\n`)
process.stdout.write(`${writeTable(results)}\n`)

// What needs the database module, in Electron's own Node: one job a process, which ends before any window opens.
import { join } from 'node:path'
import { dataFileName } from '../src/data/engine/open-database.ts'
import { weekOf } from '../src/shared/rules/days/weeks.ts'
import { measureBackup } from './backup-measures.ts'
import { measureCalls } from './call-measures.ts'
import { ensureDataSet } from './data-sets.ts'
import { measureImport } from './import-measures.ts'
import { type MeasureId, Samples } from './measures.ts'
import { type Picked, pickPeople } from './pick-people.ts'
import type { Plan } from './plan.ts'
import { openRawFloors } from './raw-floors.ts'
import { measureTyping } from './sheet-measures.ts'
import { copyDataSet } from './work-folder.ts'

interface Job {
  people: number
  plan: Plan
}

export interface SeedJob extends Job {
  kind: 'seed'
  /** The checkout that makes the file. */
  root: string
}

export interface CallsJob extends Job {
  kind: 'calls'
  /** The built program. */
  built: string
  work: string
  file: string
}

export interface JobAnswers {
  seed: { file: string; today: string; week: string; picked: Picked }
  calls: [string, number[]][]
}

const inCalls: MeasureId[] = ['today', 'list', 'focus', 'filters', 'search', 'notes', 'open', 'log']
const say = (line: string) => process.stderr.write(`${line}\n`)

async function seed({ root, people, plan }: SeedJob): Promise<JobAnswers['seed']> {
  const made = await ensureDataSet(root, people, say)
  return { ...made, week: weekOf(made.today), picked: pickPeople(made.file, plan) }
}

async function measure({ built, work, file, people, plan }: CallsJob): Promise<JobAnswers['calls']> {
  const samples = new Samples(people)
  const wants = (id: MeasureId) => plan.wanted.includes(id)
  const copyTo = (name: string) => copyDataSet(file, join(work, name))
  if (wants('typing')) measureTyping(samples, plan)
  if (inCalls.some(wants)) {
    const raw = openRawFloors(join(copyTo('raw'), dataFileName))
    try {
      await measureCalls(built, copyTo('calls'), raw, samples, plan)
    } finally {
      raw.close()
    }
  }
  if (wants('import')) await measureImport(built, file, work, samples, plan)
  if (wants('backup')) await measureBackup(built, copyTo('backup'), work, samples, plan)
  return samples.list()
}

process.once('message', async (job: SeedJob | CallsJob) => {
  const answer = job.kind === 'seed' ? await seed(job) : await measure(job)
  process.send!(answer, () => process.exit())
})

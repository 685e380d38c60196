// A process that does one owner's work on the built storage process and writes a line for each thing it was told is done.
//
// electron workload.ts PROGRAM WORK FOLDER WORKFLOW [EXTRA]; EXTRA is where it backs up or exports to, or what it restores.
import { randomUUID } from 'node:crypto'
import { existsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openBuilt } from './built-storage.ts'
import { type Owner, workflows } from './workflows.ts'

const [, , program, work, folder, workflow, extra = ''] = process.argv as string[]
/** One write a line, so that a trace and a kill see it whole. */
const say = (line: string) => writeSync(1, `${line}\n`)

const storage = await openBuilt(program!, folder!)
if (!storage.opened.ok) {
  say(`REFUSED ${storage.opened.error.code}`)
  process.exit(3)
}
say(`OPENED ${Date.now()}`)
const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
let asked = 0
const owner: Owner = {
  csv: join(work!, 'people.csv'),
  cards: join(work!, 'people.vcf'),
  extra,
  async do(name, input, paths = {}) {
    asked += 1
    const commandId = `K${asked}-${randomUUID()}`
    // The control of the kills: a program that says "done" before it is.
    if (process.env.REGULARS_SAYS_EARLY) say(`DONE ${commandId}`)
    const answer = await storage.call(name, input, { commandId, paths })
    if (answer.ok) say(`DONE ${commandId}`)
    else say(`NOT ${commandId} ${answer.error.code}`)
    return answer
  },
  async doFiles(name, input, paths) {
    const answer = await storage.call(name, input, { paths })
    if (answer.ok) say(`FILES ${JSON.stringify(answer.value)}`)
    else say(`NOT - ${answer.error.code}`)
  },
  async restore(file) {
    const seen = await storage.inspect(file)
    if (!seen.ok) return void say(`NOT - ${seen.error.code}`)
    say('INSPECTED')
    const restored = await storage.restore(seen.value.ticket)
    say(restored.ok ? 'RESTORED' : `NOT - ${restored.error.code}`)
  },
  wait,
  async waitForLeave() {
    while (!existsSync(join(extra, 'leave'))) await wait(20)
  },
}
await workflows[workflow as keyof typeof workflows](owner)
await storage.close()
say(`CLOSED ${Date.now()}`)
process.exit(0)

// Next steps as a calendar file another program can read.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeCalendar } from '../../../src/data/touches/calendar.ts'
import { sayCalendar } from '../../../src/shared/messages/say-calendar.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let store: TestStore
beforeEach(async () => {
  store = await makeStore({ today: '2026-11-23' })
})
afterEach(() => store.close())

const uid = () => crypto.randomUUID()

async function save(personId: number | null = null): Promise<{ steps: number; text: string }> {
  const file = join(store.folder, 'steps.ics')
  const { steps } = await store.call(
    'touches.saveCalendar',
    { target: 'token', steps: sayCalendar(await store.call('touches.calendarSteps', { personId })) },
    { paths: { token: file } },
  )
  return { steps, text: readFileSync(file, 'utf8') }
}

test('a whole day blocks nothing, a time stays that time in any zone, and long lines are folded', () => {
  const text = writeCalendar(
    sayCalendar([
      {
        uid: 'a',
        name: 'Nora',
        firm: '',
        what: 'samples; oak, walnut',
        dueOn: '2026-12-31',
        dueTime: null,
        phone: '',
      },
      {
        uid: 'b',
        name: 'Tom',
        firm: '',
        what: 'x'.repeat(100),
        dueOn: '2027-03-28',
        dueTime: '02:30',
        phone: '555 0142',
      },
    ]),
    '2026-11-23T09:00:00.000Z',
  )
  const lines = text.split('\r\n')
  expect(lines).toContain('DTSTAMP:20261123T090000Z')
  expect(lines).toContain('SUMMARY:Nora: samples\\; oak\\, walnut')
  expect(lines).toContain('DTSTART;VALUE=DATE:20261231')
  expect(lines).toContain('DTEND;VALUE=DATE:20270101')
  expect(lines).toContain('TRANSP:TRANSPARENT')
  expect(lines).toContain('DTSTART:20270328T023000')
  expect(lines).toContain('DESCRIPTION:555 0142')
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
  expect(lines.at(-2)).toBe('END:VCALENDAR')
})

test('no words of the owner end a line or begin a field of their own, and no line is longer than 75 bytes', () => {
  const hostile = [
    'line\r\nBEGIN:VEVENT\rX:1',
    'bell\u0007 tab\there',
    '日本語'.repeat(60),
    '🎨'.repeat(60),
    'x\\n;,"',
  ]
  const text = writeCalendar(
    sayCalendar(
      hostile.map((what, index) => ({
        uid: `u${index}`,
        name: 'Zoë\r\nEND:VCALENDAR',
        firm: '',
        what,
        dueOn: '2028-02-29',
        dueTime: null,
        phone: '555\r0142',
      })),
    ),
    '2026-11-23T09:00:00.000Z',
  )
  const lines = text.split('\r\n')
  expect(lines.join('')).not.toMatch(/\p{Cc}/u)
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(hostile.length)
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual([
    'Zoë END:VCALENDAR: line BEGIN:VEVENT X:1',
    'Zoë END:VCALENDAR: bell  tab here',
    `Zoë END:VCALENDAR: ${hostile[2]}`,
    `Zoë END:VCALENDAR: ${hostile[3]}`,
    'Zoë END:VCALENDAR: x\\n;,"',
  ])
})

test('open steps of people who may be contacted are written, all or one', async () => {
  const ids: number[] = []
  const people: number[] = []
  for (const name of ['Nora', 'Sam', 'Tom']) {
    const { id: personId } = await store.call('people.add', { uid: uid(), name })
    people.push(personId)
    const step = { what: `call ${name}`, dueOn: '2026-11-25' }
    ids.push((await store.call('touches.addNextStep', { uid: uid(), personId, step })).id)
    if (name === 'Sam') await store.call('people.edit', { id: personId, changes: { isPrivate: true } })
  }
  await store.call('touches.closeNextStep', { id: ids[2]!, how: 'done' })
  const dropped = { uid: uid(), personId: people[0]!, step: { what: 'no more', dueOn: '2026-11-26' } }
  const { id } = await store.call('touches.addNextStep', dropped)
  await store.call('touches.closeNextStep', { id, how: 'dropped' })
  const { id: quiet } = await store.call('people.add', { uid: uid(), name: 'Quiet' })
  const step = { what: 'call', dueOn: '2026-11-25' }
  await store.call('touches.addNextStep', { uid: uid(), personId: quiet, step })
  await store.call('touches.log', {
    uid: uid(),
    personId: quiet,
    touch: { how: 'talked', outcome: 'never contact' },
  })
  const all = await save()
  expect(all.steps).toBe(1)
  expect(all.text).toContain('SUMMARY:Nora: call Nora')
  expect((await save(people[0])).steps).toBe(1)
  expect((await save(people[2])).steps).toBe(0)
})

test('a place that cannot be written is said', async () => {
  await expect(
    store.call(
      'touches.saveCalendar',
      { target: 'token', steps: [] },
      { paths: { token: join(store.folder, 'missing', 'steps.ics') } },
    ),
  ).rejects.toMatchObject({ code: 'export-target-unusable' })
})

// The one list of commands: each has words, no key means two things, and the help names every key.
import { afterEach, expect, test } from 'vitest'
import { hasMessage, t } from '../../../src/shared/messages/translate.ts'

// The page's modules look for the bridge when they are loaded, and here is none: nothing below asks through it.
Object.assign(globalThis, { window: { regulars: { onEvent() {} } } })
const { commands, doCommands, listKeys, sayKeys, sidebarGroups } = await import(
  '../../../src/renderer/shell/commands.ts'
)
const { listEntries } = await import('../../../src/renderer/shell/finder-entries.ts')
const { useApp } = await import('../../../src/renderer/app/app.store.ts')
Reflect.deleteProperty(globalThis, 'window')

const start = useApp.getState()
const nothing = { undo: null, redo: null }
afterEach(() => useApp.setState(start, true))

test('each command has an id of its own, and words', () => {
  expect(commands.length).toBeGreaterThan(20)
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
  for (const { id, words, keyWords } of commands) {
    expect(hasMessage(words), id).toBe(true)
    expect(keyWords === undefined || hasMessage(keyWords), id).toBe(true)
  }
})

test('no key means two things, and each is written as it is pressed', () => {
  const keys = commands.flatMap((command) => command.keys ?? [])
  expect(keys.length).toBeGreaterThan(12)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(key).toMatch(/^(Control\+(Shift\+)?[A-Z1-9]|F1)$/)
})

test('the help shows the key of each command, those of the sidebar as one line', () => {
  const shown = listKeys().map(({ keys }) => keys)
  for (const command of doCommands.filter(({ keys }) => keys)) expect(shown).toContain(sayKeys(command))
  expect(shown).toContain('Ctrl ⇧ Z')
  const digits = sidebarGroups.flat().map(({ keys }) => keys)
  expect(digits).toEqual(digits.map((_, index) => [`Control+${index + 1}`]))
  expect(shown).toContain(`Ctrl 1 … ${digits.length}`)
  for (const { words } of listKeys()) expect(hasMessage(words)).toBe(true)
})

test('the search box offers what can be done now, and says what undo would take back', () => {
  const offered = (history: Parameters<typeof listEntries>[2]) =>
    listEntries(doCommands, '', history).map(({ id }) => id)
  expect(offered(nothing)).toEqual(['log-touch', 'add-person', 'mailing', 'help', 'open-sample'])
  const undo = { key: 'app.undo', facts: {} } as const
  expect(listEntries(doCommands, 'undo', { undo, redo: null })).toMatchObject([
    { id: 'undo', detail: t('app.undo'), keys: 'Ctrl Z' },
  ])
  useApp.getState().goTo({ name: 'person', id: 7, among: [] })
  expect(offered(nothing)).toContain('write')
})

test('each screen is shown by its command, and a touch logged on a person’s page is theirs', () => {
  for (const { screen, run } of sidebarGroups.flat()) {
    void run()
    expect(useApp.getState().screen).toEqual(screen)
  }
  const logTouch = doCommands.find(({ id }) => id === 'log-touch')!
  void logTouch.run()
  expect(useApp.getState().dialog).toEqual({ name: 'log-touch', personId: null })
  useApp.getState().goTo({ name: 'person', id: 7, among: [] })
  void logTouch.run()
  expect(useApp.getState().dialog).toEqual({ name: 'log-touch', personId: 7 })
})

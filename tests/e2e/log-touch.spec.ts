// Logging beyond the one line: what lies ahead, to many at once, moved to another, a list called through, a calendar.
import { readFileSync } from 'node:fs'
import { say, t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { PeoplePage } from './pages/people-page.ts'
import { ShellPage } from './pages/shell-page.ts'

async function addPeople(regulars: Regulars, names: string[]): Promise<number[]> {
  const ids: number[] = []
  for (const name of names)
    ids.push((await regulars.call('people.add', { uid: crypto.randomUUID(), name })).id)
  return ids
}

/** Every line of a story, touches and the rest. */
async function linesOf(regulars: Regulars, personId: number): Promise<string[]> {
  const { entries } = await regulars.call('touches.timeline', { personId })
  return entries.map((entry) =>
    entry.kind === 'touch' ? `${entry.on} ${entry.touch.how} ${entry.touch.note}` : say(entry.message),
  )
}

test('a day ahead is planned, a day behind is logged', async ({ regulars, window }) => {
  const [nora] = await addPeople(regulars, ['Nora Lindqvist'])
  await new ShellPage(window).find('nora')
  const note = window.getByRole('textbox', { name: t('touches.note'), exact: true })
  const day = window.getByRole('textbox', { name: t('touches.day'), exact: true })
  await note.fill('bring the samples')
  await day.fill('24 dec')
  await expect(window.getByText(t('touches.planned', { on: '2026-12-24' }))).toBeVisible()
  await day.press('Enter')
  await expect(note).toHaveValue('')
  expect((await regulars.call('people.get', { id: nora! })).nextSteps).toMatchObject([
    { what: 'bring the samples', dueOn: '2026-12-24', promised: false },
  ])
  await note.fill('came by')
  await day.fill('24 oct')
  await day.press('Enter')
  await expect.poll(() => linesOf(regulars, nora!)).toEqual(['2026-10-24 talked came by'])
})

test('an event with three people is one entry, by keyboard alone, and one undo', async ({
  regulars,
  window,
}) => {
  const [nora, sam, tom] = await addPeople(regulars, ['Nora Lindqvist', 'Sam Duarte', 'Tom Abara'])
  await window.keyboard.press('Control+l')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('button', { name: t('touches.many.open') }).focus()
  await window.keyboard.press('Enter')
  for (const letters of ['nor', 'sam', 'tom']) {
    await expect(dialog.getByRole('textbox', { name: t('touches.many.add') })).toBeFocused()
    await window.keyboard.type(letters)
    await window.keyboard.press('Enter')
    await expect(
      dialog.getByRole('button', {
        name: new RegExp(`^${t('touches.many.remove', { name: '' }).split(' ')[0]} ${letters}`, 'i'),
      }),
    ).toBeVisible()
  }
  await dialog.getByRole('textbox', { name: t('touches.note'), exact: true }).fill('open evening')
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  for (const id of [nora!, sam!, tom!])
    expect(await linesOf(regulars, id)).toEqual(['2026-11-23 event open evening'])
  await new ShellPage(window).undo()
  await expect.poll(() => linesOf(regulars, tom!)).toEqual([])
})

test('what was logged with the wrong person is moved, and back with undo', async ({ regulars, window }) => {
  const [nora, sam] = await addPeople(regulars, ['Nora Lindqvist', 'Sam Duarte'])
  await regulars.call('touches.log', {
    uid: crypto.randomUUID(),
    personId: nora!,
    touch: { how: 'met', note: 'at the fair' },
  })
  await new ShellPage(window).find('nora')
  await window.getByRole('button', { name: t('touches.move.label', { on: '2026-11-23' }) }).focus()
  await window.keyboard.press('Enter')
  await window.keyboard.type('sam')
  await window.keyboard.press('Enter')
  await expect.poll(() => linesOf(regulars, sam!)).toEqual(['2026-11-23 met at the fair'])
  await expect(window.getByText('at the fair')).toBeHidden()
  await new ShellPage(window).undo()
  await expect(window.getByText('at the fair')).toBeVisible()
})

test('a list is called through by one key each, and keeps its place', async ({ regulars, window }) => {
  const names = Array.from({ length: 60 }, (_, index) => `Person ${String(index + 1).padStart(2, '0')}`)
  await addPeople(regulars, names)
  const people = new PeoplePage(window)
  await new ShellPage(window).open('people')
  await expect(window.getByText('Person 01')).toBeVisible()
  await window.keyboard.press('Alt+ArrowDown')
  await expect(people.heading).toHaveText('Person 01')
  for (let at = 2; at <= 40; at += 1) {
    await window.keyboard.press('Alt+ArrowDown')
    await expect(people.heading).toHaveText(names[at - 1]!)
  }
  // The log box is ready: a letter, the note, Enter.
  await expect(window.getByRole('group', { name: t('touches.howLabel') }).locator(':focus')).toHaveCount(1)
  await window.keyboard.press('v')
  await window.keyboard.type('left word')
  await window.keyboard.press('Enter')
  await expect(window.getByText('left word')).toBeVisible()
  await new ShellPage(window).open('people')
  await expect(people.lines.and(window.locator('[aria-selected=true]'))).toContainText('Person 40')
  await expect(people.lines.and(window.locator('[aria-selected=true]'))).toBeInViewport()
  await window.keyboard.press('Alt+ArrowDown')
  await expect(people.heading).toHaveText('Person 41')
})

test('a next step may have a time, and goes to the owner’s calendar', async ({ regulars, window }) => {
  await addPeople(regulars, ['Nora Lindqvist'])
  await new ShellPage(window).find('nora')
  await window.getByRole('button', { name: t('touches.next.addFirst') }).click()
  const form = window
    .locator('form')
    .filter({ has: window.getByRole('checkbox', { name: t('touches.next.promisedLabel') }) })
  await form.getByRole('textbox', { name: t('touches.next.what') }).fill('bring walnut')
  const when = form.getByRole('textbox', { name: t('touches.next.when') })
  await when.fill('fri 25:00')
  await when.press('Enter')
  await expect(form.getByText(t('touches.notADay', { typed: 'fri 25:00' }))).toBeVisible()
  await when.fill('fri 2:30pm')
  await when.press('Enter')
  const said = t('touches.next.at', {
    when: t('touches.next.promisedOn', { on: '2026-11-27' }),
    time: '14:30',
  })
  await expect(window.getByText(said)).toBeVisible()
  const file = regulars.folder('steps.ics')
  await regulars.saveInDialog(file)
  await window.getByRole('button', { name: t('touches.calendar.save') }).click()
  await expect(window.getByText(t('touches.calendar.saved', { count: 1, file: 'steps.ics' }))).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('DTSTART:20261127T143000')
})

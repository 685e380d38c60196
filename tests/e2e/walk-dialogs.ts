// The dialogs and states of a full shop that the walk of the screens does not pass: each opened as an owner opens it.
import { say, t } from '../../src/shared/messages/translate.ts'
import { askAbout } from '../../src/shared/rules/know-card/know-card.ts'
import { expect, type Regulars } from './fixtures.ts'
import { ShellPage } from './pages/shell-page.ts'
import { closeDialog, type Stop, settle } from './walk-screens.ts'

const uid = () => crypto.randomUUID()

/** Somebody new, who is not on the focus list and is kept twice. */
const newcomer = 'Wren Adler'
const twin = 'Wren Adlar'
const tour = 'Studio tour'

/** What the dialogs need beside the sample shop: somebody kept twice, and a pile of what is past its day. */
async function fillDialogs(regulars: Regulars): Promise<void> {
  for (const [name, source] of [
    [newcomer, tour],
    [twin, 'Chamber breakfast'],
  ] as const) {
    await regulars.call('people.add', { uid: uid(), name, email: 'wren@adler.example', source })
  }
  const { rows } = await regulars.call('focusList.get', {})
  for (const { personId } of rows.slice(0, 6)) {
    const step = { what: tour, dueOn: '2026-11-12' }
    await regulars.call('touches.addNextStep', { uid: uid(), personId, step })
  }
}

/** `person`: someone on the focus list. The last stops change the file. */
export async function listDialogs(regulars: Regulars, person: { id: number; name: string }): Promise<Stop[]> {
  await fillDialogs(regulars)
  const { window } = regulars
  const shell = new ShellPage(window)
  const leave = () => closeDialog(regulars)
  const showPerson = async (name: string) => {
    await shell.find(name)
    await window.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor()
    await settle(regulars)
  }
  const button = (name: string | RegExp) => window.getByRole('button', { name, exact: true })
  return [
    { name: 'person-empty', open: () => showPerson(newcomer) },
    {
      name: 'swap',
      async open() {
        const { rows } = await regulars.call('focusList.get', {})
        await regulars.call('settings.change', { focusCap: rows.length })
        await showPerson(newcomer)
        await button(t('focusList.add')).click()
        await window.getByRole('dialog').getByRole('radio').first().check()
      },
      async leave() {
        await leave()
        await regulars.call('settings.change', { focusCap: null })
      },
    },
    {
      name: 'leave',
      async open() {
        await shell.open('focus-list')
        await button(t('focusList.menu.label', { name: person.name })).click()
        await window.getByRole('menuitem', { name: t('focusList.menu.lost'), exact: true }).click()
        await window.getByRole('dialog').getByRole('textbox').first().waitFor()
      },
      leave,
    },
    {
      name: 'merge',
      async open() {
        await shell.find(t('duplicates.list'))
        await button(new RegExp(`^Compare ${newcomer.slice(0, 9)}`)).click()
        await window.getByRole('dialog').getByRole('table').waitFor()
      },
      leave,
    },
    {
      name: 'erase',
      async open() {
        await showPerson(newcomer)
        await button(t('erase.open')).click()
        await window.getByRole('dialog').getByRole('checkbox').waitFor()
      },
      leave,
    },
    {
      name: 'know-card-open',
      async open() {
        await showPerson(newcomer)
        await window.getByRole('button', { name: t('knowCard.qualify.begin') }).click()
        await button(t('knowCard.askWords', { question: say(askAbout('when')) })).click()
        await window.keyboard.type('January to March')
      },
      leave: () => window.keyboard.press('Escape'),
    },
    {
      name: 'log-to-many',
      async open() {
        await window.keyboard.press('Control+l')
        const dialog = window.getByRole('dialog')
        await dialog.getByRole('button', { name: t('touches.many.open') }).click()
        await dialog.getByLabel(t('touches.many.everyone')).focus()
        await dialog.getByLabel(t('touches.many.everyone')).selectOption('focus')
        await expect(dialog.getByRole('list')).toContainText(person.name)
      },
      leave,
    },
    {
      name: 'mailing',
      async open() {
        await shell.find(t('texts.many.open'))
        const dialog = window.getByRole('dialog')
        await dialog.getByLabel(t('touches.many.everyone')).selectOption('focus')
        await expect(dialog.getByRole('list')).toContainText(person.name)
        const words = 'Dear {given name},\n\nthe new colours are here. Come and see them with all of {firm}.'
        await dialog.getByRole('textbox', { name: t('texts.write.body.letter') }).fill(words)
        await dialog.getByRole('region').waitFor()
      },
      leave,
    },
    {
      name: 'pile',
      async open() {
        await shell.open('today')
        await button(t('today.pile.open')).click()
        await window.getByRole('dialog').getByRole('textbox').first().waitFor()
      },
      leave,
    },
    { name: 'today-done', open: () => finishToday(regulars) },
    {
      name: 'today-closed',
      async open() {
        const days = { from: '2026-11-23', to: '2026-11-24', what: tour }
        await regulars.call('settings.addClosedPeriod', { uid: uid(), ...days })
        await shell.open('today')
        await expect(window.getByText(t('today.closedFor', days))).toBeVisible()
      },
    },
  ]
}

/** Half an hour for calls, and everybody it holds is tried. */
async function finishToday(regulars: Regulars): Promise<void> {
  await regulars.call('settings.change', { callHoursPerDay: 0.5 })
  for (const { personId } of (await regulars.call('today.get', {})).rows) {
    await regulars.call('touches.log', { uid: uid(), personId, touch: { how: 'no answer' } })
  }
  await new ShellPage(regulars.window).open('today')
  await expect(regulars.window.getByRole('heading', { name: t('today.done') })).toBeVisible()
}

// Every screen and dialog there is, and how an owner comes to each; shared by the pictures and the checks on them.

import { t } from '../../src/shared/messages/translate.ts'
import { proposeSheet } from '../support/propose-sheet.ts'
import { expect, type Regulars } from './fixtures.ts'
import { BackupPage } from './pages/backup-page.ts'
import { type ScreenName, ShellPage } from './pages/shell-page.ts'

export interface Stop {
  name: string
  open(): Promise<void>
  /** Puts the window back as it was. */
  leave?(): Promise<void>
}

/** Fills the file with the sample shop, a backup and this week's sheet, by the calls the screens make. */
export async function fillShop(regulars: Regulars): Promise<void> {
  await regulars.call('app.fillDemo', {})
  await regulars.chooseInDialog(regulars.folder('stick'))
  const folder = await regulars.call('app.chooseFolder', { purpose: 'backup' })
  if (folder) await regulars.call('backup.run', { folder: folder.token })
  const sheets = await regulars.call('callSheets.list', {})
  if (!sheets.some(({ week }) => week === '2026-W48')) {
    await proposeSheet(regulars, { uid: crypto.randomUUID(), week: '2026-W48' })
  }
}

/** `personId`: whose page to show, null while there is nobody. */
export function listStops(regulars: Regulars, personId: { id: number; name: string } | null): Stop[] {
  const { window } = regulars
  const shell = new ShellPage(window)
  const screen = (name: ScreenName): Stop => ({ name, open: () => shell.open(name) })
  const leave = () => closeDialog(regulars)
  const dialog = (name: string, key: string): Stop => ({
    name,
    async open() {
      await window.keyboard.press(key)
      await window.getByRole('dialog').waitFor()
    },
    leave,
  })
  const stops = [
    screen('today'),
    screen('focus-list'),
    focusTab(regulars, 'parked'),
    focusTab(regulars, 'left'),
    screen('call-sheet'),
    typeBackStop(regulars),
    {
      name: 'friday-page',
      async open() {
        await shell.open('call-sheet')
        await showSheetTab(regulars, -1)
      },
      leave: () => showSheetTab(regulars, 0),
    },
    screen('people'),
    {
      name: 'places',
      async open() {
        await shell.find(t('places.title'))
        await window.getByRole('tab', { name: t('places.title'), selected: true }).waitFor()
      },
    },
    { name: 'import', open: () => shell.find('import') },
    { name: 'duplicates', open: () => shell.find(t('duplicates.list')) },
    { name: 'paper-list', open: () => shell.find(t('firstHour.waysIn.paper')) },
    { name: 'texts', open: () => shell.find(t('texts.title')) },
    { name: 'pick', open: () => shell.find(t('firstHour.pick.title')) },
    screen('referrals'),
    screen('backup'),
    screen('settings'),
    dialog('finder', 'Control+k'),
    dialog('log-touch', 'Control+l'),
    dialog('add-person', 'Control+n'),
    dialog('help', 'F1'),
    {
      ...dialog('help-letters', 'F1'),
      async open() {
        await window.keyboard.press('F1')
        // By its place: its words are in another language in one test.
        await window.getByRole('dialog').getByRole('navigation').getByRole('button').nth(3).click()
      },
    },
  ]
  // There is a backup to go back to where there is somebody.
  if (personId)
    stops.splice(
      stops.findIndex(({ name }) => name === 'settings'),
      0,
      restoreStop(regulars, leave),
    )
  if (personId) stops.splice(5, 0, ...peopleStops(regulars, leave))
  if (personId) stops.splice(5, 0, { name: 'person', open: () => shell.find(personId.name) })
  if (personId) stops.splice(7, 0, ...placeStops(regulars, leave))
  if (personId) stops.splice(6, 0, ...textStops(regulars, personId.name, leave))
  return stops
}

/** A list that is open in the dialog takes the first Esc for itself. */
export async function closeDialog({ window }: Regulars): Promise<void> {
  await expect(async () => {
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toBeHidden({ timeout: 500 })
  }).toPass({ timeout: 5000 })
}

const newFace = ['Ann Lee', '555 0199', 'saw the van', 'frames near me'] as const

/** What is typed back of somebody new, which the file does not hold. */
export const typedBack: readonly string[] = newFace

/** Lines typed for this week's sheet, some of them wrong; afterwards the screen shows Plan again. */
function typeBackStop(regulars: Regulars): Stop {
  const { window } = regulars
  const [name, phone, source, words] = newFace
  const text = `1 mo v left msg re oak frame
2 mo t +7 30m likes the walnut
3 tuf n
4 mo w from the fair, oak frame
5 mo l
rest n
a ${name}, ${phone}, ${source}, "${words}"`
  return {
    name: 'type-back',
    async open() {
      await new ShellPage(window).find(t('callSheets.typing.title'))
      await window.getByRole('tab', { selected: true }).nth(0).waitFor()
      await settle(regulars)
      const box = window.getByRole('main').locator('textarea')
      if (await box.isVisible()) await box.fill(text)
    },
    async leave() {
      await window.getByRole('tab').first().click()
    },
  }
}

/** A letter to somebody, and a text that is changed. By their places: see the help letters. */
function textStops({ window }: Regulars, name: string, leave: () => Promise<void>): Stop[] {
  const shell = new ShellPage(window)
  return [
    {
      name: 'write',
      async open() {
        await shell.find(name)
        await window
          .getByRole('article')
          .locator('header')
          .getByRole('button', { name: t('texts.write.open') })
          .click()
        const dialog = window.getByRole('dialog')
        await dialog.getByRole('radiogroup').locator('label').nth(2).click()
        await dialog.getByRole('combobox').selectOption({ index: 1 })
      },
      leave,
    },
    {
      name: 'text',
      async open() {
        await shell.find(t('texts.title'))
        await window.getByRole('main').getByRole('listitem').first().getByRole('button').first().click()
        await window.getByRole('dialog').waitFor()
      },
      leave,
    },
  ]
}

/** A place of the sample shop, and the dialog that logs a visit to it. */
function placeStops({ window }: Regulars, leave: () => Promise<void>): Stop[] {
  const name = 'Chamber breakfast'
  const open = async () => {
    await new ShellPage(window).find(name)
    await window.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor()
  }
  return [
    { name: 'place', open },
    {
      name: 'visit',
      async open() {
        await open()
        await window.getByRole('article').locator('header').getByRole('button').last().click()
        await window.getByRole('dialog').getByRole('checkbox').first().check()
      },
      leave,
    },
  ]
}

/** What People has beside its list: the filters over it and the tab of firms. By their places: see the help letters. */
function peopleStops({ window }: Regulars, leave: () => Promise<void>): Stop[] {
  const shell = new ShellPage(window)
  const showTab = (index: number) => window.getByRole('tab').nth(index).click()
  return [
    {
      name: 'people-filters',
      async open() {
        await shell.open('people')
        await showTab(0)
        await window.locator('main [aria-haspopup="dialog"]').click()
        await window.getByRole('dialog').waitFor()
      },
      leave,
    },
    {
      name: 'firms',
      async open() {
        await shell.open('people')
        await showTab(2)
        await window.getByRole('table').waitFor()
      },
      leave: () => showTab(0),
    },
  ]
}

/** Who is parked, and who left: tabs beside the focus list. */
function focusTab({ window }: Regulars, tab: 'parked' | 'left'): Stop {
  return {
    name: tab,
    async open() {
      await new ShellPage(window).open('focus-list')
      await window.getByRole('tab', { name: t(`focusList.tabs.${tab}`) }).click()
    },
    // By its place: its words are in another language in one test.
    leave: () => window.getByRole('tab').first().click(),
  }
}

/** By its place: its words are in another language in one test. */
async function showSheetTab({ window }: Regulars, place: number): Promise<void> {
  await window.getByRole('main').getByRole('tab').nth(place).click()
}

/** What the owner reads before going back to the backup that fillShop made. */
function restoreStop(regulars: Regulars, leave: () => Promise<void>): Stop {
  return {
    name: 'restore',
    async open() {
      await new ShellPage(regulars.window).open('backup')
      const { last } = await regulars.call('backup.status', {})
      await regulars.chooseInDialog(last?.file ?? '')
      const page = new BackupPage(regulars.window)
      await page.restoreBackup()
      await expect(page.restoreDialog.getByRole('table')).toBeVisible({ timeout: 20_000 })
    },
    leave,
  }
}

/** Waits until what is asked for has come and nothing moves any more. */
export async function settle({ window }: Regulars): Promise<void> {
  // The room itself is busy until the file is open.
  await window.waitForFunction(
    () => document.querySelector('main[aria-busy="true"], main [aria-busy="true"]') === null,
  )
  await window.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  )
}

/** Someone with a story: the one on the focus list with the most touches. */
export async function pickPerson(regulars: Regulars): Promise<{ id: number; name: string } | null> {
  const { rows } = await regulars.call('focusList.get', {})
  const [most] = rows.filter((row) => row.name !== '').sort((a, b) => b.touches - a.touches)
  return most ? { id: most.personId, name: most.name } : null
}

// The owner sets the shop up: saved as it is typed, undone with one key, nonsense kept in its field.
import { t } from '../../src/shared/messages/translate.ts'
import { expect, test } from './fixtures.ts'
import { SettingsPage } from './pages/settings-page.ts'
import { ShellPage } from './pages/shell-page.ts'

test('a setting is saved on Enter, undone with Ctrl+Z, brought back with Ctrl+Shift+Z', async ({
  regulars,
  window,
}) => {
  const settings = new SettingsPage(window)
  const shell = new ShellPage(window)
  await shell.open('settings')
  await settings.type('settings.shopName', 'Petersen Frames')
  await expect(shell.foot).toContainText(t('settings.done.shopName'))
  await window.keyboard.press('Control+z')
  await expect(settings.field('settings.shopName')).toHaveValue('')
  await expect(shell.foot).toContainText(t('app.undone', { what: t('settings.done.shopName') }))
  await window.keyboard.press('Control+Shift+z')
  await expect(settings.field('settings.shopName')).toHaveValue('Petersen Frames')
  await shell.undo()
  await expect(settings.field('settings.shopName')).toHaveValue('')
  expect(await regulars.call('settings.get', {})).toMatchObject({ shopName: '' })
})

test('while words are being typed, Ctrl+Z belongs to the field', async ({ regulars, window }) => {
  const settings = new SettingsPage(window)
  await regulars.call('settings.change', { touchGoal: 9 })
  await new ShellPage(window).open('settings')
  await settings.field('settings.shopName').pressSequentially('Pet')
  await window.keyboard.press('Control+z')
  await expect(settings.field('settings.shopName')).toHaveValue('')
  expect(await regulars.call('settings.get', {})).toMatchObject({ touchGoal: 9 })
})

test('nonsense is refused at the field and what was typed stays', async ({ regulars, window }) => {
  const settings = new SettingsPage(window)
  await new ShellPage(window).open('settings')
  await settings.type('settings.focusCap', 'twelve')
  await expect(window.getByText(t('settings.notNumber', { typed: 'twelve', example: '25' }))).toBeVisible()
  await expect(settings.field('settings.focusCap')).toHaveValue('twelve')
  await settings.type('settings.focusCap', '1000')
  await expect(window.getByText(t('settings.outOfRange', { min: 1, max: 200 }))).toBeVisible()
  await settings.type('settings.focusCap', '16')
  await settings.type('settings.callHoursPerDay', '0,75')
  await expect(settings.field('settings.callHoursPerDay')).toHaveValue('0.75')
  expect(await regulars.call('settings.get', {})).toMatchObject({ focusCap: 16, callHoursPerDay: 0.75 })
})

test('how many can be looked after follows the hours, shows its sum, and gives way to the owner’s number', async ({
  regulars,
  window,
}) => {
  const settings = new SettingsPage(window)
  await new ShellPage(window).open('settings')
  await settings.type('settings.callHoursPerDay', '0.6')
  await expect(settings.field('settings.focusCap')).toHaveValue('16')
  await expect(window.getByText('In 3 hours a week you get through about 8 calls')).toBeVisible()
  await settings.type('settings.focusCap', '0')
  await expect(window.getByText(t('settings.outOfRange', { min: 1, max: 200 }))).toBeVisible()
  await expect(settings.field('settings.focusCap')).toHaveValue('0')
  await settings.type('settings.focusCap', '18')
  await expect(window.getByText(t('settings.focusCapOwn', { own: 18 }))).toBeVisible()
  await window.getByRole('button', { name: t('settings.focusCapUse', { count: 16 }) }).click()
  await expect(settings.field('settings.focusCap')).toHaveValue('16')
  await expect(window.getByText(t('settings.focusCapOwn', { own: 18 }))).toBeHidden()
  expect((await regulars.call('settings.get', {})).focusCap).toBeNull()
})

test('one open day stays, and the theme changes at once', async ({ regulars, window }) => {
  await regulars.call('settings.change', { openDays: [6] })
  const settings = new SettingsPage(window)
  await new ShellPage(window).open('settings')
  await settings.day('Sat').press('Space')
  await expect(window.getByText(t('settings.noOpenDay'))).toBeVisible()
  await settings.day('Sun').press('Space')
  await expect(settings.day('Sun')).toBeChecked()
  expect(await regulars.call('settings.get', {})).toMatchObject({ openDays: [6, 7] })
  await settings.choose('settings.theme', t('settings.themeDark'))
  await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  expect(await regulars.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
})

test('a currency taken back is in every amount of an open page at once, and typed words stay', async ({
  regulars,
  window,
}) => {
  const { id } = await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Nora Lindqvist' })
  await regulars.call('focusList.add', { uid: crypto.randomUUID(), personId: id })
  await regulars.call('focusList.leave', {
    personId: id,
    as: 'won',
    job: { id: null, what: 'six prints', amount: 164_000 },
  })
  await regulars.call('settings.change', { currency: 'USD' })
  await regulars.call('settings.change', { currency: 'EUR' })
  const shell = new ShellPage(window)
  await shell.find('nora')
  const timeline = window.getByRole('region', { name: t('touches.timeline') })
  await expect(timeline).toContainText('€1,640')
  const note = window.getByRole('textbox', { name: t('touches.note') })
  await note.fill('asked about oak')
  await window.getByRole('heading', { level: 1 }).getByRole('button').focus()
  await window.keyboard.press('Control+z')
  await expect(timeline).toContainText('$1,640')
  await expect(timeline).not.toContainText('€')
  await expect(note).toHaveValue('asked about oak')
})

test('a closed period is typed as people write days; an end before the start is refused and stays', async ({
  regulars,
  window,
}) => {
  const settings = new SettingsPage(window)
  const shell = new ShellPage(window)
  await shell.open('settings')
  await settings.field('settings.closedFrom').fill('24 dec')
  await settings.field('settings.closedTo').fill('23 dec')
  await settings.type('settings.closedWhat', 'Christmas')
  await expect(window.getByText('comes before the first')).toBeVisible()
  await expect(settings.field('settings.closedTo')).toHaveValue('23 dec')
  await expect(settings.field('settings.closedWhat')).toHaveValue('Christmas')
  await settings.type('settings.closedTo', 'soon')
  await expect(window.getByText(t('settings.notDay', { typed: 'soon' }))).toBeVisible()
  await settings.type('settings.closedTo', '26 dec')
  await expect(settings.field('settings.closedFrom')).toBeFocused()
  await expect(settings.field('settings.closedFrom')).toHaveValue('')
  const days = '24 – 26 December 2026'
  const period = { from: '2026-12-24', to: '2026-12-26' }
  await expect(shell.foot).toContainText(t('settings.done.addedClosed', period))
  expect(await regulars.call('settings.closedPeriods', {})).toMatchObject([
    { from: '2026-12-24', to: '2026-12-26', what: 'Christmas' },
  ])
  await window.getByRole('button', { name: t('settings.closedRemove', { days }) }).click()
  await expect(window.getByText(t('settings.closedNone'))).toBeVisible()
  await shell.undo()
  await expect(window.getByRole('button', { name: t('settings.closedRemove', { days }) })).toBeVisible()
  await expect(window.getByText(t('settings.privacyWords'))).toBeVisible()
})

// Places by keyboard: added from a person's page, visited with two people, undone, and what comes said on Today.
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { ShellPage } from './pages/shell-page.ts'

const uid = () => crypto.randomUUID()

async function add(regulars: Regulars, name: string): Promise<number> {
  return (await regulars.call('people.add', { uid: uid(), name })).id
}

test('a place from a person’s page, a visit with two people, one undo, and the line on Today', async ({
  regulars,
  window,
}) => {
  const nora = await add(regulars, 'Nora Lindqvist')
  const tom = await add(regulars, 'Tom Abara')
  const { keyboard } = window
  const shell = new ShellPage(window)
  const heading = window.getByRole('heading', { level: 1 })

  // A new place is made on the spot, and Enter on it opens its page.
  await shell.find('Nora')
  const addPlace = window.getByRole('button', { name: t('places.addToPerson') })
  await addPlace.focus()
  await keyboard.press('Enter')
  await keyboard.type('Chamber breakfast')
  await keyboard.press('Enter')
  await expect(shell.foot).toContainText(
    t('places.done.personAdded', { name: 'Nora Lindqvist', place: 'Chamber breakfast' }),
  )
  await expect(addPlace).toBeFocused()
  await expect(window.getByRole('heading', { name: t('knowCard.title', { count: 1 }) })).toBeVisible()
  await shell.find('chamber')
  await expect(heading).toHaveText('Chamber breakfast')

  // The visit: what was brought, Nora who goes there, Tom by two letters.
  const log = window.getByRole('button', { name: t('places.page.log') })
  await log.focus()
  await keyboard.press('Enter')
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByLabel(t('places.visit.brought'))).toBeFocused()
  await keyboard.type('Colour card')
  await keyboard.press('Tab')
  await expect(dialog.getByRole('checkbox', { name: 'Nora Lindqvist' })).toBeFocused()
  await keyboard.press('Space')
  await keyboard.press('Tab')
  await keyboard.press('Space')
  await expect(dialog.getByRole('button', { name: t('places.visit.talked') })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await keyboard.press('Tab')
  await keyboard.type('to')
  await keyboard.press('Enter')
  await expect(dialog.getByRole('checkbox', { name: 'Tom Abara' })).toBeChecked()
  await dialog.getByLabel(t('places.visit.brought')).focus()
  await keyboard.press('Enter')

  // Nothing tells the next day after one visit; a day that is none is refused with what was typed kept.
  await expect(dialog).toContainText(t('places.next.title', { name: 'Chamber breakfast' }))
  const when = dialog.getByLabel(t('places.next.when'))
  await expect(when).toBeFocused()
  await keyboard.type('31 feb')
  await keyboard.press('Enter')
  await expect(dialog).toContainText(t('touches.notADay', { typed: '31 feb' }))
  await expect(when).toHaveValue('31 feb')
  await when.fill('thu')
  await dialog.getByLabel(t('places.next.bring')).fill('the winter sample')
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.getByText(t('places.visits.brought', { brought: 'Colour card' }))).toBeVisible()
  await expect(window.getByRole('region', { name: t('places.visits.title') })).toContainText('Tom Abara')
  expect((await regulars.call('people.get', { id: nora })).touches).toBe(1)
  expect((await regulars.call('people.get', { id: tom })).places).toMatchObject([
    { name: 'Chamber breakfast' },
  ])

  // Today says who goes and what to bring.
  await keyboard.press('Control+1')
  const coming = window.getByRole('region', { name: t('places.coming') })
  await expect(coming).toContainText('Chamber breakfast')
  await expect(coming).toContainText('Nora Lindqvist and Tom Abara go.')
  await expect(coming).toContainText('Bring: the winter sample.')

  // Two steps back: the next occasion, then the whole visit.
  await keyboard.press('Control+z')
  await expect(coming).toBeHidden()
  await keyboard.press('Control+z')
  await expect(shell.foot).toContainText('Chamber breakfast')
  await shell.find('chamber')
  await expect(window.getByText(t('places.visits.none'))).toBeVisible()
  const { entries } = await regulars.call('touches.timeline', { personId: tom })
  expect(entries.filter(({ kind }) => kind === 'touch')).toEqual([])
  expect(regulars.complaints).toEqual([])
})

test('the tab of places: empty it says what to do, a name twice offers the one there is', async ({
  regulars,
  window,
}) => {
  const { keyboard } = window
  const shell = new ShellPage(window)
  await shell.find(t('places.title'))
  await expect(window.getByText(t('places.empty.title'))).toBeVisible()
  await window.getByRole('button', { name: t('places.add.open') }).focus()
  await keyboard.press('Enter')
  const dialog = window.getByRole('dialog')
  const name = dialog.getByLabel(t('places.add.name'))
  await expect(name).toBeFocused()
  await keyboard.press('Enter')
  await expect(dialog).toContainText(t('errors.place-needs-name'))
  await keyboard.type('Saturday market')
  await dialog.getByLabel(t('places.next.label')).fill('sat')
  await keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Saturday market')
  await window.getByRole('button', { name: t('places.title'), exact: true }).click()
  const line = window.getByRole('list', { name: t('places.title') }).getByRole('button')
  await expect(line).toContainText('Sat 28 Nov')

  await window.getByRole('button', { name: t('places.add.open') }).click()
  await name.fill('SATURDAY market')
  await keyboard.press('Enter')
  await expect(dialog).toContainText(t('errors.place-here-already', { name: 'Saturday market' }))
  await expect(name).toHaveValue('SATURDAY market')
  await dialog.getByRole('button', { name: t('places.add.openSame') }).click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Saturday market')
  expect((await regulars.call('places.list', {})).total).toBe(1)
})

test('an occasion that is over asks once whether we went, and proposes the next', async ({ regulars }) => {
  const { id: placeId } = await regulars.call('places.add', { uid: uid(), name: 'Rowing club' })
  await regulars.call('places.logVisit', { uid: uid(), placeId, visit: { visitedOn: '2026-11-17' } })
  await regulars.call('places.edit', { id: placeId, changes: { nextOn: '2026-11-24', nextBring: 'rope' } })
  const window = await regulars.relaunch({ today: '2026-11-25' })
  await expect(window.getByRole('region', { name: t('places.coming') })).toBeHidden()
  const shell = new ShellPage(window)
  await shell.find('rowing')
  await expect(window.getByText(t('places.next.didYouGo', { on: '2026-11-24' }))).toBeVisible()
  await window.getByRole('button', { name: t('places.next.didNotGo'), exact: true }).click()
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByLabel(t('places.next.when'))).toHaveValue('1 Dec')
  await expect(dialog.getByLabel(t('places.next.bring'))).toHaveValue('rope')
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(await regulars.call('places.get', { id: placeId })).toMatchObject({
    nextOn: '2026-12-01',
    nextBring: 'rope',
    visitCount: 1,
  })
})

test('a visit is corrected and removed where it stands', async ({ regulars, window }) => {
  const nora = await add(regulars, 'Nora Lindqvist')
  const { id: placeId } = await regulars.call('places.add', { uid: uid(), name: 'Choir', personIds: [nora] })
  await regulars.call('places.logVisit', {
    uid: uid(),
    placeId,
    visit: { visitedOn: '2026-11-19', brought: 'songs', met: [{ personId: nora }] },
  })
  const shell = new ShellPage(window)
  await shell.find('choir')
  const day = 'Thu 19 Nov'
  await window.getByRole('button', { name: t('places.visits.correctOf', { day }) }).click()
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByRole('checkbox', { name: 'Nora Lindqvist' })).toBeChecked()
  await dialog.getByLabel(t('places.visit.cost')).fill('12.50')
  await dialog.getByLabel(t('places.visit.minutes')).fill('40')
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.getByText('40 min · $12.50')).toBeVisible()
  await window.getByRole('button', { name: t('places.visits.removeOf', { day }) }).click()
  await expect(window.getByText(t('places.visits.none'))).toBeVisible()
  await shell.undo()
  await expect(window.getByText('40 min · $12.50')).toBeVisible()
})

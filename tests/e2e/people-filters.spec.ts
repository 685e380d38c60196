// Narrowing the people of a list by keys: chips in words, kept while one is visited, and an empty list that says what to do.
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { PeoplePage } from './pages/people-page.ts'
import { ShellPage } from './pages/shell-page.ts'

async function add(regulars: Regulars, person: Record<string, string>): Promise<number> {
  return (await regulars.call('people.add', { uid: crypto.randomUUID(), ...person })).id
}

async function fill(regulars: Regulars, firmName = '') {
  await add(regulars, { name: 'Nora Lindqvist', source: 'Fair', firmName })
  const tom = await add(regulars, { name: 'Tom Abara', source: 'Fair', firmName })
  await add(regulars, { name: 'Grace Okafor', source: 'Fair' })
  await add(regulars, { name: 'Sam Duarte', source: 'A friend' })
  const touch = { how: 'met' as const }
  await regulars.call('touches.log', { uid: crypto.randomUUID(), personId: tom, touch })
}

test('filters by keys, called through, kept on coming back, cleared', async ({ regulars, window }) => {
  await fill(regulars)
  await new ShellPage(window).open('people')
  const { keyboard } = window
  const list = window.getByRole('listbox', { name: t('people.title') })
  const names = async () =>
    (await list.getByRole('option').allInnerTexts()).map((text) => text.split('\n')[0])
  await expect.poll(names).toEqual(['Grace Okafor', 'Nora Lindqvist', 'Sam Duarte', 'Tom Abara'])

  await window.getByRole('button', { name: t('people.filters.open'), exact: true }).focus()
  await keyboard.press('Enter')
  const lastTouch = window.getByRole('combobox', { name: t('people.filters.lastTouch.label') })
  await expect(window.getByRole('combobox', { name: t('people.filters.standing.label') })).toBeFocused()
  await keyboard.press('Tab')
  await expect(lastTouch).toBeFocused()
  await lastTouch.selectOption('never')
  const source = window.getByRole('combobox', { name: t('people.filters.source.label') })
  await source.focus()
  await keyboard.type('fai')
  // The sources are read when the choices open.
  await expect(window.getByRole('option', { name: 'Fair', exact: true })).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await expect.poll(names).toEqual(['Grace Okafor', 'Nora Lindqvist'])
  await expect(window.getByRole('button', { name: t('people.filters.openOn', { count: 2 }) })).toBeFocused()
  await expect(window.getByRole('status').filter({ hasText: '2' })).toHaveText(
    t('people.found', { count: 2, shown: '2' }),
  )
  const chip = (label: string, value: string) =>
    window.getByRole('button', {
      name: t('people.filters.remove', { words: t('people.filters.chip', { label, value }) }),
    })
  await expect(chip(t('people.filters.source.label'), 'Fair')).toBeVisible()

  // To the first, on to the second of two, and back to the same narrowed list.
  await window.getByRole('combobox', { name: t('people.search') }).focus()
  await keyboard.press('Enter')
  const page = new PeoplePage(window)
  await expect(page.heading).toHaveText('Grace Okafor')
  await window.getByRole('button', { name: t('people.person.next') }).click()
  await expect(page.heading).toHaveText('Nora Lindqvist')
  await expect(window.getByRole('button', { name: t('people.person.next') })).toBeDisabled()
  await new ShellPage(window).open('people')
  await expect.poll(names).toEqual(['Grace Okafor', 'Nora Lindqvist'])

  // Nobody left: the list says why, and what to do.
  await window.getByRole('combobox', { name: t('people.search') }).fill('tom')
  await expect(window.getByText(t('people.filters.nobodyTyped', { typed: 'tom' }))).toBeVisible()
  await chip(t('people.filters.lastTouch.label'), t('people.filters.lastTouch.never')).click()
  await expect.poll(names).toEqual(['Tom Abara'])
  await window.getByRole('combobox', { name: t('people.search') }).fill('')
  await window.getByRole('button', { name: t('people.filters.clear') }).click()
  await expect.poll(names).toEqual(['Grace Okafor', 'Nora Lindqvist', 'Sam Duarte', 'Tom Abara'])
})

test('a firm shows its people, its last touch and its note', async ({ regulars, window }) => {
  await fill(regulars, 'Oak')
  await new ShellPage(window).open('people')
  await window.getByRole('tab', { name: t('people.tabs.firms') }).click()
  const row = window.getByRole('row', { name: /Oak/ })
  await expect(row).toContainText('23 Nov')
  await row.getByRole('button', { name: t('people.firms.noteHint') }).click()
  await window.keyboard.type('Rings before eight')
  await window.keyboard.press('Enter')
  await expect(row).toContainText('Rings before eight')
  await row.getByRole('button', { name: t('people.firms.showPeople', { name: 'Oak', count: 2 }) }).click()
  await expect(window.getByRole('listbox', { name: t('people.title') }).getByRole('option')).toHaveCount(2)
  await expect(
    window.getByText(t('people.filters.chip', { label: t('people.filters.firm.label'), value: 'Oak' })),
  ).toBeVisible()
})

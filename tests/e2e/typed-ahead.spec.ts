// Keys pressed faster than a box opens are the box's: none is lost, none goes to the wrong person.
import { t } from '../../src/shared/messages/translate.ts'
import { touchesIn } from '../support/touches-in.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { PeoplePage } from './pages/people-page.ts'
import { ShellPage } from './pages/shell-page.ts'

/** All at once, before anything can be drawn. */
async function pressAtOnce(regulars: Regulars, shortcut: string, keys: string[]): Promise<void> {
  await regulars.window.evaluate(
    ([letter, rest]) => {
      const press = (key: string, ctrlKey = false) =>
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
        )
      press(letter as string, true)
      for (const key of rest as string[]) press(key)
    },
    [shortcut, keys] as const,
  )
}

test.beforeEach(async ({ regulars }) => {
  for (const name of ['Adam Able', 'Nora Lindqvist', 'Sam Duarte']) {
    const { id } = await regulars.call('people.add', { uid: crypto.randomUUID(), name })
    // The first of the focus list is what an empty box would offer.
    if (name === 'Adam Able') await regulars.call('focusList.add', { uid: crypto.randomUUID(), personId: id })
  }
})

async function notesOf(regulars: Regulars): Promise<string[]> {
  const { rows } = await regulars.call('people.list', {})
  const notes = []
  for (const { id, name } of rows) {
    const touches = touchesIn(await regulars.call('touches.timeline', { personId: id }))
    notes.push(...touches.map((touch) => `${name}: ${touch.how} ${touch.note}`))
  }
  return notes
}

test('a whole touch typed before the box is there is logged with the right person', async ({ regulars }) => {
  await pressAtOnce(regulars, 'l', ['n', 'o', 'Enter', 'v', 'o', 'a', 'k', 'Enter'])
  await expect.poll(() => notesOf(regulars)).toEqual(['Nora Lindqvist: voicemail oak'])
})

test('on a person’s page it is theirs', async ({ regulars, window }) => {
  await new ShellPage(window).find('sam')
  await expect(new PeoplePage(window).heading).toHaveText('Sam Duarte')
  await pressAtOnce(regulars, 'l', ['m', 'h', 'i', 'Enter'])
  await expect.poll(() => notesOf(regulars)).toEqual(['Sam Duarte: met hi'])
})

test('what is typed once the box is there goes on after what came before it', async ({
  regulars,
  window,
}) => {
  await new ShellPage(window).find('sam')
  await expect(new PeoplePage(window).heading).toHaveText('Sam Duarte')
  await pressAtOnce(regulars, 'l', ['m', 'o', 'a', 'k'])
  const note = window.getByRole('dialog').getByRole('textbox', { name: t('touches.note'), exact: true })
  await expect(note).toBeFocused()
  await window.keyboard.type(' and walnut')
  await expect(note).toHaveValue('oak and walnut')
})

test('the search box and the box for a new person get their letters too', async ({ regulars, window }) => {
  await pressAtOnce(regulars, 'k', ['n', 'o', 'x', 'Backspace', 'r', 'Enter'])
  await expect(new PeoplePage(window).heading).toHaveText('Nora Lindqvist')
  await pressAtOnce(regulars, 'n', ['T', 'o', 'm'])
  await expect(
    window.getByRole('dialog').getByRole('textbox', { name: t('people.add.name'), exact: true }),
  ).toHaveValue('Tom')
})

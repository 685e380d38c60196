// In a stretched language nobody speaks, a word that shows as usual is not in the catalogue.
import { expect, type Regulars, test } from './fixtures.ts'
import { listDialogs } from './walk-dialogs.ts'
import { fillShop, listStops, pickPerson, settle, typedBack } from './walk-screens.ts'

/** Dates are worded by the system; single letters are keys; the rest are names of keys, papers and units. */
const known = [
  /\b(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?\b/g,
  /\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b/g,
  /\b[A-Z]\d?\b/g,
  /^[a-z]$/g,
]

/** Every text the owner typed or the file keeps, longest first. */
async function readOwnerTexts(regulars: Regulars, personId: number): Promise<string[]> {
  const { rows } = await regulars.call('people.list', { limit: 500 })
  const { rows: places } = await regulars.call('places.list', {})
  const kept: unknown[] = [
    rows,
    await regulars.call('focusList.get', {}),
    await regulars.call('people.get', { id: personId }),
    await regulars.call('touches.timeline', { personId, limit: 500 }),
    await regulars.call('settings.get', {}),
    await regulars.call('backup.status', {}),
    await regulars.call('callSheets.page', { week: '2026-W48' }),
    await regulars.call('touches.due', { until: '2027-12-31' }),
    await regulars.call('people.firms', {}),
    await regulars.call('firstHour.toPick', {}),
    await regulars.call('focusList.parked', {}),
    await regulars.call('texts.list', {}),
    await regulars.call('focusList.leavers', {}),
    await regulars.call('settings.closedPeriods', {}),
    places,
    await Promise.all(places.map(({ id }) => regulars.call('places.get', { id }))),
  ]
  const texts = new Set<string>(typedBack)
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value.trim())
    else if (Array.isArray(value)) value.forEach(collect)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  kept.forEach(collect)
  return [...texts].filter((text) => text.length > 2).sort((a, b) => b.length - a.length)
}

/** A message that was joined to other words without being said. */
const unsaid = '[object Object]'

/** What is left of a text when the catalogue's words, the owner's and the known ones are taken out. */
function findStrayWords(text: string, owner: string[]): string {
  if (text.includes(unsaid)) return text
  let rest = text
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replaceAll(/\[[^[\]]*\]/g, '')
  }
  for (const words of owner) rest = rest.replaceAll(words, '')
  for (const pattern of known) rest = rest.replaceAll(pattern, '')
  return /\p{L}/u.test(rest) ? rest.trim() : ''
}

test('every word on every screen comes from the catalogue', async ({ regulars }) => {
  test.setTimeout(120_000)
  await fillShop(regulars)
  const person = await pickPerson(regulars)
  if (!person) throw new Error('the sample shop has nobody on its focus list')
  await regulars.reload()
  const stops = [...listStops(regulars, person), ...(await listDialogs(regulars, person))]
  const owner = await readOwnerTexts(regulars, person.id)
  const stray: string[] = []
  let read = 0
  // The screens are found in English, then the language changes under each of them.
  for (const stop of stops) {
    await speak(regulars, 'en')
    await stop.open()
    await speak(regulars, 'pseudo')
    await settle(regulars)
    const texts = await regulars.window.evaluate(readTexts)
    read += texts.length
    for (const text of texts) {
      const rest = findStrayWords(text, owner)
      if (rest) stray.push(`${stop.name}: “${text}” leaves “${rest}”`)
    }
    await stop.leave?.()
  }
  expect(read).toBeGreaterThan(200)
  expect(stray).toEqual([])
})

/** The window reads its settings again once it hears of the change. */
async function speak(regulars: Regulars, language: 'en' | 'pseudo'): Promise<void> {
  await regulars.call('settings.change', { language })
  await regulars.window.waitForFunction((said) => document.documentElement.lang === said, language)
}

/** Every visible piece of text on the page but what is being typed, and what is said to those who do not see it. */
function readTexts(): string[] {
  const texts: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const text = node.textContent?.trim()
    if (
      text &&
      parent?.checkVisibility({ visibilityProperty: true }) &&
      !parent.closest('style, script, textarea, [data-typed]')
    )
      texts.push(text)
  }
  for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title]')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue
    for (const name of ['aria-label', 'placeholder', 'title']) {
      const text = element.getAttribute(name)?.trim()
      if (text) texts.push(text)
    }
  }
  return texts
}

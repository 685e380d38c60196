// The page that prints: asks for its own data, paints it with its fonts loaded, then says so to main.
import '@fontsource/atkinson-hyperlegible-next/400.css'
import '@fontsource/atkinson-hyperlegible-next/600.css'
import '@fontsource/atkinson-hyperlegible-next/700.css'
import './print.css'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Settings } from '../../shared/contract/settings.ts'
import type { Paper } from '../../shared/contract/shapes.ts'
import type { LetterTo } from '../../shared/contract/texts.ts'
import type { CallError } from '../../shared/errors.ts'
import { setFormats } from '../../shared/messages/format.ts'
import { sayUnnamed } from '../../shared/messages/say-sheet.ts'
import { sayTextFields } from '../../shared/messages/text-fields.ts'
import { setLanguage, t } from '../../shared/messages/translate.ts'
import { fillText } from '../../shared/rules/texts/fill-text.ts'
import { call } from '../api/client.ts'
import { CallSheetPages } from './CallSheetPages.tsx'
import { CounterPage } from './CounterPage.tsx'
import { LetterPage } from './LetterPage.tsx'
import { ReviewPage } from './ReviewPage.tsx'

/** What main waits for: how many pages are on paper, or why there are none. */
export type Painted = { ok: true; pages: number } | { ok: false; error: CallError }

declare global {
  interface Window {
    painted: Promise<Painted>
  }
}

window.painted = paint(new URLSearchParams(location.search))

async function paint(asked: URLSearchParams): Promise<Painted> {
  const week = asked.get('week')
  // Main wrote the query; the data side parses it again.
  const paper = asked.get('paper') as Paper | null
  const settings = await call('settings.get', {})
  if (!settings.ok) return settings
  setLanguage(settings.value.language)
  setFormats({ currency: settings.value.currency })
  document.documentElement.lang = settings.value.language
  const letters = asked.get('letters')
  if (letters !== null) return paintLetters(letters.split(',').map(Number), asked, settings.value)
  if (week === null) {
    const { shopName, paper: own } = settings.value
    return put(t('callSheets.counter.title'), <CounterPage shop={shopName} paper={paper ?? own} />)
  }
  if (asked.get('what') === 'friday') {
    const review = await call('weekReview.get', paper ? { week, paper } : { week })
    if (!review.ok) return review
    return put(t('callSheets.review.documentTitle', { week }), <ReviewPage review={review.value} />)
  }
  const answer = await call('callSheets.page', paper ? { week, paper } : { week })
  if (!answer.ok) return answer
  const page = answer.value
  if (page === null) return { ok: false, error: { code: 'sheet-not-found', facts: { week } } }
  return put(
    t('callSheets.documentTitle', { week }),
    <CallSheetPages page={{ ...page, sheet: sayUnnamed(page.sheet) }} />,
  )
}

/** A letter to each, in the order asked. */
async function paintLetters(
  personIds: number[],
  asked: URLSearchParams,
  { shopName, paper }: Settings,
): Promise<Painted> {
  const [recipients, start] = await Promise.all([
    call('texts.recipients', { personIds }),
    call('app.start', {}),
  ])
  if (!recipients.ok) return recipients
  if (!start.ok) return start
  const { today } = start.value
  const body = asked.get('body') ?? ''
  const written = recipients.value.filter(mayPrint(personIds.length > 1))
  const [first] = written
  if (first === undefined) return { ok: false, error: { code: 'no-letter-prints', facts: {} } }
  const title =
    written.length === 1
      ? t('texts.letter.title', { name: first.facts.name })
      : t('texts.letter.titleMany', { count: written.length })
  return put(
    title,
    written.map((to) => (
      <LetterPage
        key={to.personId}
        shop={shopName}
        today={today}
        to={to}
        body={
          asked.get('fills') === 'true'
            ? fillText(body, sayTextFields(to.facts, { shopName, today })).text
            : body
        }
        paper={(asked.get('paper') as Paper | null) ?? paper}
      />
    )),
  )
}

/** Asked again as it prints: somebody may have been marked since. One letter may answer who wants none in general. */
const mayPrint =
  (isMailing: boolean) =>
  ({ closed }: LetterTo) =>
    closed === null || (closed === 'said no' && !isMailing)

async function put(title: string, pages: ReactNode): Promise<Painted> {
  document.title = title
  const root = document.getElementById('root')!
  flushSync(() => createRoot(root).render(pages))
  await document.fonts.ready
  return { ok: true, pages: root.childElementCount }
}

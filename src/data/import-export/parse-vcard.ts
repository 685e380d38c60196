// A vCard file to people: each card on its own, so that a broken one costs itself and no other.
import { AppError } from '../../shared/errors.ts'
import { buildPerson, makeFingerprint } from './build-person.ts'
import type { ParsedFile, ParseProgress, RecordRemark } from './imported-record.ts'
import type { VcardSource } from './parse-vcard-line.ts'
import { readCard } from './read-card.ts'
import { openVcardSource, readCards, type VcardCard } from './read-vcard-lines.ts'

const CARDS_A_STEP = 200
/** How deep cards in AGENT values are followed. */
const DEEPEST_AGENT = 3

/** Properties that change with every export of the same person. */
const VOLATILE = new Set(['rev', 'prodid', 'x-abuid'])

/**
 * Reads a vCard file of any version, giving way now and then. Every BEGIN:VCARD counts as one record, also one inside
 * another card. `country` (ISO 3166 alpha-2) settles ambiguous dates. Throws `import-no-card`, `import-too-big`
 * and, with the line of the card that has no end, `import-cut-off`.
 */
export function* parseVcardSteps(bytes: Uint8Array, country: string): Generator<ParseProgress, ParsedFile> {
  const source = openVcardSource(bytes)
  const parsed: ParsedFile = {
    format: 'vcard',
    encoding: source.encoding,
    total: 0,
    people: [],
    rejected: [],
    skipped: 0,
    notPeople: [],
    warnings: [],
    mapping: null,
    recognised: true,
  }
  // Taking lines apart is the first half of the work, reading the cards the second.
  const total = source.text.length * 2
  const cards = yield* collectCards(source, parsed.warnings, total)
  for (const [index, card] of cards.entries()) {
    takeCard(card, country, parsed)
    if (index % CARDS_A_STEP === CARDS_A_STEP - 1) {
      yield { done: Math.round(total / 2 + (total / 2) * (index / cards.length)), total }
    }
  }
  parsed.total = cards.length
  return parsed
}

/** All cards of the file by line, those inside AGENT values too. */
function* collectCards(
  source: VcardSource,
  warnings: RecordRemark[],
  total: number,
): Generator<ParseProgress, VcardCard[]> {
  const steps = readCards(source, warnings)
  let step = steps.next()
  while (!step.done) {
    yield { done: step.value, total }
    step = steps.next()
  }
  const cards = step.value
  if (cards.length === 0) throw new AppError('import-no-card')
  refuseCutOff(source, cards)
  return withAgents(cards, warnings)
}

/** A file whose last card has no end was cut off on its way; a card without end amid others is only broken itself. */
function refuseCutOff(source: VcardSource, cards: VcardCard[]): void {
  const open = cards.find((card) => !card.closed)
  if (open === undefined || /END\s*:\s*VCARD[^A-Za-z0-9]*$/i.test(source.text.slice(-1000))) return
  throw new AppError('import-cut-off', { line: cards.findLast((card) => !card.closed)?.line ?? open.line })
}

/** The cards, each followed by those written inside its AGENT values. */
function withAgents(cards: VcardCard[], warnings: RecordRemark[], depth = 0): VcardCard[] {
  if (depth === DEEPEST_AGENT) return cards
  return cards.flatMap((card) => {
    const agents = card.lines.flatMap((property) => {
      if (property.name !== 'agent' || !/^BEGIN\s*:\s*VCARD/i.test(property.value)) return []
      const text = property.value.replace(/\\([nN;,:\\])/g, (_, mark: string) =>
        /n/i.test(mark) ? '\n' : mark,
      )
      const steps = readCards({ text, isBytes: false, encoding: 'utf-8' }, [])
      let step = steps.next()
      while (!step.done) step = steps.next()
      if (step.value.length === 0) return []
      property.value = ''
      for (const agent of step.value) {
        agent.line = property.line
        for (const inner of agent.lines) inner.line = property.line
      }
      return withAgents(step.value, warnings, depth + 1)
    })
    return [card, ...agents]
  })
}

function takeCard(card: VcardCard, country: string, parsed: ParsedFile): void {
  const { line } = card
  if (!card.closed) {
    parsed.rejected.push({ line, reason: { key: 'importExport.parse.cardNotClosed' } })
  } else if (card.unread === 0 && card.lines.every((property) => property.value === '')) {
    parsed.skipped++
  } else if (isGroup(card)) {
    parsed.skipped++
    parsed.notPeople.push({ line, reason: { key: 'importExport.notPeople.group' } })
  } else {
    const draft = readCard(card, country, parsed.warnings)
    const person = buildPerson(draft, makeFingerprint(cardContent(card)), parsed.warnings)
    if (person === null) parsed.rejected.push({ line, reason: { key: 'importExport.parse.nobody' } })
    else parsed.people.push(person)
  }
}

/** A list of cards that an address book keeps as a card of its own. */
function isGroup(card: VcardCard): boolean {
  const names = ['kind', 'x-addressbookserver-kind']
  return card.lines.some(({ name, value }) => names.includes(name) && /^group$/i.test(value))
}

function cardContent(card: VcardCard): string[] {
  return card.lines
    .filter((property) => !VOLATILE.has(property.name))
    .flatMap((property) => [property.name, (property.params.get('type') ?? []).join(','), property.value])
}

// The words of a mailing with their fields open, each letter filled in below, and who gets none.
import { ActionIcon, Button, Textarea } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { type LetterTo, type MessageText, mostLetter, mostLetters } from '../../../shared/contract/texts.ts'
import { formatList } from '../../../shared/messages/format.ts'
import { listFieldNames } from '../../../shared/messages/text-fields.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import type { PickedPerson } from '../../app/PersonPicker.tsx'
import { useStart } from '../../app/start.store.ts'
import { useToday } from '../../app/use-start.ts'
import { type Mailing, sortMailing } from '../../features/texts/mailing-draft.ts'
import { logLetters, printLetters, readRecipients, saveLetters } from '../../features/texts/write-actions.ts'
import { noteOf } from '../../features/texts/write-draft.ts'
import { Recipients } from '../../features/touches/Recipients.tsx'
import shared from '../../ui/shared.module.css'
import { BeginWith } from './BeginWith.tsx'
import classes from './MailingForm.module.css'
import writeClasses from './WriteDialog.module.css'

interface MailingFormProps {
  first: LetterTo[]
  /** There were more of them than go into one print. */
  isCut: boolean
  onClose(): void
}

export function MailingForm(props: MailingFormProps) {
  const { texts, people, cut, text, body, said, isBusy, mailing, add, remove, begin, write, send } =
    useMailing(props)
  const beginRef = useRef<HTMLSelectElement>(null)
  const beginsWithPeople = props.first.length === 0
  // The dialog was open before there was anything to write in.
  useEffect(() => {
    if (!beginsWithPeople) beginRef.current?.focus()
  }, [beginsWithPeople])
  return (
    <div className={shared.stackS4} aria-busy={isBusy}>
      <Recipients
        people={people.map(({ personId, facts: { name, firm } }) => ({ id: personId, name, firm }))}
        onAdd={(more) => void add(more)}
        onRemove={remove}
        beginsHere={beginsWithPeople}
      />
      {cut && (
        <p className={`${shared.quiet} ${shared.aboveS2}`}>
          {t('texts.many.tooMany', { most: mostLetters })}
        </p>
      )}
      <BeginWith
        selectRef={beginRef}
        value={text}
        texts={texts}
        takesFocus={!beginsWithPeople}
        onBegin={begin}
      />
      <Textarea
        label={t('texts.write.body.letter')}
        description={t('texts.many.hint', {
          fields: formatList(listFieldNames().map((name) => `{${name}}`)),
        })}
        autosize
        minRows={5}
        maxRows={9}
        maxLength={mostLetter}
        value={body}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {body.trim() !== '' && <Preview mailing={mailing} />}
      <LeftOut mailing={mailing} />
      <div role="status" className={writeClasses.said}>
        {mailing.problem && <p className={shared.trouble}>{mailing.problem}</p>}
        {said && said !== mailing.problem && <p>{said}</p>}
      </div>
      <div className={shared.buttonsEnd}>
        <Button variant="subtle" onClick={() => void send('save')}>
          {t('texts.write.savePdf')}
        </Button>
        <Button loading={isBusy} onClick={() => void send('print')}>
          {t('texts.many.print', { count: mailing.letters.length })}
        </Button>
      </div>
    </div>
  )
}

/** Who gets the letter, its words, and sending it. */
function useMailing({ first, isCut, onClose }: MailingFormProps) {
  const today = useToday()
  const shopName = useStart((state) => (state.status === 'ready' ? state.start.settings.shopName : ''))
  const allTexts = useLoaded('texts.list', {}).value ?? []
  const texts = allTexts.filter((text) => text.channel === 'letter')
  const [people, setPeople] = useState(first)
  const [cut, setCut] = useState(isCut)
  const [text, setText] = useState<MessageText | null>(null)
  const [body, setBody] = useState('')
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const uid = useRef(crypto.randomUUID())
  const mailing = sortMailing(people, body, { shopName, today })
  const refusal = sayRefusal(people, body, mailing)

  async function add(more: PickedPerson[]) {
    setSaid('')
    const known = new Set(people.map((one) => one.personId))
    const added = more.filter((person) => !known.has(person.id))
    const room = mostLetters - people.length
    setCut(added.length > room)
    const read = await readRecipients(added.slice(0, room).map((person) => person.id))
    if ('problem' in read) return setSaid(read.problem)
    setPeople((before) => [
      ...before,
      ...read.filter((one) => !before.some((other) => other.personId === one.personId)),
    ])
  }

  function remove({ id }: PickedPerson) {
    setCut(false)
    setPeople((before) => before.filter((one) => one.personId !== id))
  }

  async function send(how: 'print' | 'save') {
    if (isBusy) return
    if (refusal) return setSaid(refusal)
    setBusy(true)
    setSaid('')
    const personIds = mailing.letters.map(({ to }) => to.personId)
    const letters = { personIds, body: body.trim(), fills: true }
    const title = t('texts.letter.titleMany', { count: personIds.length })
    const sent = how === 'print' ? await printLetters(letters) : await saveLetters(letters, title)
    const note = noteOf({ text }, { subject: '', body: body.trim() })
    const problem = sent.done ? await logLetters(uid.current, personIds, note) : sent.words
    setBusy(false)
    if (problem === null) onClose()
    else setSaid(problem)
  }

  function begin(chosen: MessageText | null) {
    setText(chosen)
    write(chosen?.body ?? '')
  }

  function write(words: string) {
    setBody(words)
    setSaid('')
  }

  return { texts, people, cut, text, body, said, isBusy, mailing, add, remove, begin, write, send }
}

/** Why nothing can be sent yet, or null when it can. */
function sayRefusal(people: LetterTo[], body: string, { letters, problem }: Mailing): string | null {
  if (people.length === 0) return t('texts.many.nobody')
  if (body.trim() === '') return t('texts.write.empty')
  if (problem) return problem
  return letters.length === 0 ? t('texts.many.nobodyLeft') : null
}

/** One letter at a time as it will print. */
function Preview({ mailing: { letters } }: { mailing: Mailing }) {
  const [place, setPlace] = useState(0)
  const shown = Math.min(place, letters.length - 1)
  const letter = letters[shown]
  if (!letter) return null
  const title = t('texts.many.preview', {
    number: shown + 1,
    count: letters.length,
    name: letter.to.facts.name,
  })
  return (
    <section className={classes.preview} aria-label={title}>
      <header className={classes.head}>
        <p aria-live="polite">{title}</p>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={shown === 0}
          aria-label={t('texts.many.before')}
          onClick={() => setPlace(shown - 1)}
        >
          ↑
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={shown === letters.length - 1}
          aria-label={t('texts.many.after')}
          onClick={() => setPlace(shown + 1)}
        >
          ↓
        </ActionIcon>
      </header>
      <p data-typed className={classes.words}>
        {letter.words}
      </p>
    </section>
  )
}

/** Names of so many are written out; of more, the number says it. */
const mostNames = 8

function LeftOut({ mailing: { letters, leftOut } }: { mailing: Mailing }) {
  const titleId = useId()
  const homeless = letters.filter(({ to }) => to.address.trim() === '')
  const names = homeless.slice(0, mostNames).map(({ to }) => to.facts.name)
  return (
    <>
      {homeless.length > 0 && (
        <p className={`${shared.quiet} ${shared.aboveS2}`}>
          {t('texts.many.noAddress', {
            count: homeless.length,
            names: homeless.length > mostNames ? `${names.join(', ')} …` : formatList(names),
          })}
        </p>
      )}
      {leftOut.length > 0 && (
        <section>
          <h3 id={titleId} className={classes.title}>
            {t('texts.many.leftOut', { count: leftOut.length })}
          </h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and arrows must reach its end */}
          <ul tabIndex={0} aria-labelledby={titleId} className={classes.leftOut}>
            {leftOut.map(({ to, why }) => (
              <li key={to.personId}>
                {to.facts.name} <span className={`${shared.quiet} ${shared.aboveS2}`}>{why}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

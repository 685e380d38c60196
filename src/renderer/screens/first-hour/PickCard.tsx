// One person to decide about: a big name, what is known, and the three keys.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PickPerson } from '../../../shared/contract/first-hour.ts'
import { formatBirthday } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { usePick } from '../../features/first-hour/pick.store.ts'
import { usePlainKeys } from '../../features/first-hour/use-plain-keys.ts'
import { SwapDialog } from '../../features/focus-list/SwapDialog.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import shared from '../../ui/shared.module.css'
import styles from './PickScreen.module.css'

interface PickCardProps {
  person: PickPerson
  isFull: boolean
  /** F was pressed: the line "Why now?" is open, or who makes room is asked. */
  asking: boolean
  onAsk(asking: boolean): void
}

export function PickCard({ person, isFull, asking, onAsk }: PickCardProps) {
  const setAside = usePick((state) => state.setAside)
  const markNote = usePick((state) => state.markNote)
  const later = () => void setAside(person.personId, 'later')
  const hide = () => void setAside(person.personId, 'private')

  usePlainKeys((key) => {
    if (asking) return false
    const letter = key.toLowerCase()
    if (letter === 'f') onAsk(true)
    else if (letter === 'l') later()
    else if (letter === 'p') hide()
    else if (letter === 'n' && person.note !== '') void markNote(person.personId, !person.noteNotForPaper)
    else return false
    return true
  })

  return (
    <article className={styles.card} aria-live="polite">
      <h2 className={styles.name}>{personName(person)}</h2>
      <Known person={person} />
      {asking && !isFull ? (
        <WhyNow personId={person.personId} onDone={() => onAsk(false)} />
      ) : (
        <div className={styles.keys}>
          <Key letter="F" name={isFull ? 'swap' : 'focus'} onPress={() => onAsk(true)} />
          <Key letter="L" name="later" onPress={later} />
          <Key letter="P" name="private" onPress={hide} />
        </div>
      )}
      {isFull && <p className={`${shared.trouble} ${shared.belowS3}`}>{t('firstHour.pick.full')}</p>}
      {asking && isFull && (
        <SwapDialog personId={person.personId} name={personName(person)} onClose={() => onAsk(false)} />
      )}
    </article>
  )
}

function Key({
  letter,
  name,
  onPress,
}: {
  letter: string
  name: 'focus' | 'swap' | 'later' | 'private'
  onPress(): void
}) {
  return (
    <Button
      size="lg"
      variant={name === 'focus' ? 'filled' : 'default'}
      className={styles.key}
      justify="space-between"
      aria-keyshortcuts={letter}
      rightSection={<KeyHint keys={letter} />}
      onClick={onPress}
    >
      <span className={styles.keyWords}>
        {t(`firstHour.pick.${name}`)}
        <span className={styles.keyHint}>{t(`firstHour.pick.${name}Hint`)}</span>
      </span>
    </Button>
  )
}

function Known({ person }: { person: PickPerson }) {
  const { name, firm, role, reach, note, foundWords, birthday } = person
  const work = [role, name === '' ? '' : firm].filter((words) => words !== '').join(', ')
  return (
    <div className={styles.known}>
      {work !== '' && <p className={styles.work}>{work}</p>}
      <p className={shared.quiet}>
        {reach.length === 0 ? t('firstHour.pick.noContact') : reach.join('  ·  ').replaceAll('\n', ', ')}
      </p>
      {note !== '' && <Note person={person} />}
      {foundWords !== '' && <p className={styles.note}>{foundWords}</p>}
      {birthday && (
        <p className={shared.quiet}>{t('firstHour.pick.born', { birthday: formatBirthday(birthday) })}</p>
      )}
    </div>
  )
}

/** It prints as the reason while nothing stronger is known, on a sheet that lies about: the owner may say no here. */
function Note({ person: { personId, note, noteNotForPaper } }: { person: PickPerson }) {
  const markNote = usePick((state) => state.markNote)
  return (
    <div>
      <p className={styles.note}>{note}</p>
      <Chip on={noteNotForPaper} onToggle={() => void markNote(personId, !noteNotForPaper)}>
        {t('firstHour.pick.notForPaper')} <KeyHint keys="N" />
      </Chip>
    </div>
  )
}

/** One optional line; it prints as the reason until evidence gives a better one. */
function WhyNow({ personId, onDone }: { personId: number; onDone(): void }) {
  const focus = usePick((state) => state.focus)
  const [typed, setTyped] = useState('')
  return (
    <TextInput
      className={styles.why}
      size="md"
      label={t('firstHour.pick.whyNow')}
      autoFocus
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') {
          event.preventDefault()
          onDone()
          void focus(personId, typed)
        } else if (event.key === 'Escape') {
          event.stopPropagation()
          onDone()
        }
      }}
    />
  )
}

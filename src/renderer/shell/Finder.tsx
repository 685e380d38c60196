// Ctrl+K: people, places, notes, screens and commands in one box; arrows and Enter, never a mouse needed.
import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { PersonRow } from '../../shared/contract/people.ts'
import type { PlaceRow } from '../../shared/contract/places.ts'
import { personName } from '../../shared/messages/person-name.ts'
import { t } from '../../shared/messages/translate.ts'
import { useLoaded } from '../api/queries.ts'
import { useApp } from '../app/app.store.ts'
import { takeKeys } from '../app/typed-ahead.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import shared from '../ui/shared.module.css'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { doCommands, screenCommands } from './commands.ts'
import styles from './Finder.module.css'
import { type FinderEntry, listEntries } from './finder-entries.ts'
import { useFound } from './use-found.ts'

/** Drawn as long as it is open: gone in one go with what it leads to, it takes no focus from there. */
export function Finder() {
  const setFinding = useApp((state) => state.setFinding)
  const close = () => setFinding(false)
  useFocusBack()
  return (
    <Modal.Root opened onClose={close} size={620} yOffset="10vh" centered={false}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('app.findLabel')}>
        <div className={styles.box}>
          <FinderBox close={close} />
        </div>
      </Modal.Content>
    </Modal.Root>
  )
}

function personEntry(person: PersonRow, detail: string): FinderEntry {
  const run = () => useApp.getState().goTo({ name: 'person', id: person.id, among: [] })
  return { id: `person-${person.id}`, label: personName(person), detail, keys: '', run }
}

function placeEntry(place: PlaceRow): FinderEntry {
  const run = () => useApp.getState().goTo({ name: 'place', id: place.id })
  return { id: `place-${place.id}`, label: place.name, detail: place.kind, keys: '', run }
}

function FinderBox({ close }: { close(): void }) {
  const [typed, setTyped] = useState('')
  const { status, people, places, notes } = useFound(typed)
  const { undo = null, redo = null } = useLoaded('app.history', {}).value ?? {}
  // Enter is often pressed before the answer is there: then the first one it brings is meant.
  const enterWaits = useRef(false)
  const combobox = useCombobox({ opened: true })

  const groups: [string, FinderEntry[]][] = [
    [t('app.groupPeople'), people.map((person) => personEntry(person, person.name ? person.firm : ''))],
    [t('places.title'), places.map(placeEntry)],
    [t('app.groupNotes'), notes.map((person) => personEntry(person, person.matchedNote))],
    [t('app.groupScreens'), listEntries(screenCommands, typed, { undo, redo })],
    [t('app.groupCommands'), listEntries(doCommands, typed, { undo, redo })],
  ]
  const entries = groups.flatMap(([, list]) => list)
  const settled = status !== 'loading'
  const first = entries[0]?.id

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the first again, even where it is the same
  useEffect(() => {
    if (!settled || first === undefined) return
    combobox.selectFirstOption()
    if (enterWaits.current) combobox.clickSelectedOption()
    enterWaits.current = false
  }, [settled, first, typed, combobox.selectFirstOption, combobox.clickSelectedOption])

  function handleKey(event: KeyboardEvent) {
    // Mantine's list would take Esc for itself, and it has nothing to close.
    if (event.key === 'Escape') close()
    if (event.key !== 'Enter' || settled) return
    event.preventDefault()
    event.stopPropagation()
    enterWaits.current = true
  }

  function choose(id: string) {
    close()
    void entries.find((entry) => entry.id === id)?.run()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <div onKeyDownCapture={handleKey}>
        <Combobox.EventsTarget>
          <TextInput
            variant="unstyled"
            classNames={{ input: styles.input }}
            aria-label={t('app.find')}
            placeholder={t('app.find')}
            value={typed}
            data-autofocus
            onFocus={() => {
              const [ahead = '', ...lines] = takeKeys().split('\n')
              if (ahead === '') return
              enterWaits.current = lines.length > 0
              setTyped(ahead)
            }}
            onChange={(event) => {
              enterWaits.current = false
              setTyped(event.currentTarget.value)
            }}
          />
        </Combobox.EventsTarget>
      </div>
      <Combobox.Options className={styles.options} tabIndex={0} aria-label={t('app.findLabel')}>
        {groups.map(([label, list]) => (
          <FinderGroup key={label} label={label} entries={list} />
        ))}
      </Combobox.Options>
      <p role="status" className={`${shared.quiet} ${styles.status}`}>
        {status === 'failed' && t('app.findFailed')}
        {status === 'ready' && entries.length === 0 && t('app.findNothing')}
      </p>
    </Combobox>
  )
}

function FinderGroup({ label, entries }: { label: string; entries: FinderEntry[] }) {
  if (entries.length === 0) return null
  return (
    <Combobox.Group label={label}>
      {entries.map((entry) => (
        <Combobox.Option key={entry.id} value={entry.id} className={styles.option}>
          <span className={styles.label}>{entry.label}</span>
          <span className={styles.detail}>{entry.detail}</span>
          {entry.keys && <KeyHint keys={entry.keys} />}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}

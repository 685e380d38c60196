// Picks one person: two letters of a name, arrows, Enter; those on the focus list come first.
import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PersonRow } from '../../../shared/contract/people.ts'
import { t } from '../../../shared/messages/translate.ts'
import { takeKeys } from '../../app/typed-ahead.ts'
import { personName } from '../../ui/person-name.ts'
import shared from '../../ui/shared.module.css'
import { findPeople } from './find-people.ts'
import classes from './PersonPicker.module.css'

/** As little of a person as a picker needs to show who was picked. */
export interface PickedPerson {
  id: number
  name: string
  firm: string
}

interface PersonPickerProps {
  label: string
  value: PickedPerson | null
  /** Null when the owner starts to type another name. `typedAhead`: keys pressed after Enter, before the answer came. */
  onPick(person: PickedPerson | null, typedAhead: string): void
  autoFocus?: boolean
  /** Nothing else was done in its dialog yet: Esc closes that, while nothing is typed. */
  isFirst?: boolean
}

export function PersonPicker({ label, value, onPick, autoFocus, isFirst }: PersonPickerProps) {
  const [typed, setTyped] = useState('')
  const [offered, setOffered] = useState<PersonRow[] | null>(null)
  // Enter is often pressed before the answer is there: then the first one it brings is meant.
  const enterWaits = useRef(false)
  const typedAhead = useRef('')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })

  function stopWaiting() {
    enterWaits.current = false
    typedAhead.current = ''
  }

  function pick(person: PersonRow) {
    const ahead = typedAhead.current
    stopWaiting()
    combobox.closeDropdown()
    // At once, so that the next key finds the focus where the pick moves it.
    flushSync(() => {
      setTyped('')
      setOffered(null)
      onPick(person, ahead)
    })
  }

  async function look(text: string) {
    setOffered(null)
    const found = await findPeople(text)
    if (found === null) return
    const first = found[0]
    if (enterWaits.current && first) return pick(first)
    stopWaiting()
    // At once: an Enter between the answer and its drawing would wait for an answer that has come, and Mantine
    // reads the options from the page.
    flushSync(() => setOffered(found))
    combobox.selectFirstOption()
  }

  function type(text: string) {
    stopWaiting()
    if (value) onPick(null, '')
    setTyped(text)
    combobox.openDropdown()
    void look(text)
  }

  /** The letters of the name; after Enter, what the box that comes next is to be told. */
  function typeAhead(keys: string) {
    const [letters = '', ...rest] = keys.split('\n')
    type(letters)
    enterWaits.current = letters.trim() !== '' && rest.length > 0
    typedAhead.current = rest.join('\n')
  }

  function handleKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const key = event.key === 'Enter' ? '\n' : event.key
    if (enterWaits.current && key.length === 1 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      // A second Enter right after the first is only a heavy hand.
      if (key !== '\n' || typedAhead.current !== '') typedAhead.current += key
      return
    }
    if (event.key === 'Enter' && !value && typed.trim() !== '') {
      const first = offered?.[0]
      if (offered === null) {
        event.preventDefault()
        enterWaits.current = true
      } else if (first && combobox.getSelectedOptionIndex() === -1) {
        // The answer is there, but its first option is not marked yet.
        event.preventDefault()
        pick(first)
      }
    }
    const isForUs = combobox.dropdownOpened && !(isFirst && typed === '')
    if (event.key === 'Escape' && isForUs) event.stopPropagation()
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const person = offered?.find((row) => String(row.id) === id)
        if (person) pick(person)
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label}
          placeholder={t('people.picker.placeholder')}
          value={value ? personName(value) : typed}
          data-autofocus={autoFocus || undefined}
          autoFocus={autoFocus}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={handleKey}
          onFocus={(event) => {
            event.currentTarget.select()
            const ahead = takeKeys()
            if (ahead !== '') return typeAhead(ahead)
            if (!value && typed === '') {
              combobox.openDropdown()
              void look('')
            }
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={offered === null || (offered.length === 0 && typed.trim() === '')}>
        <Combobox.Options aria-label={label}>
          {offered?.map((row) => (
            <Combobox.Option key={row.id} value={String(row.id)}>
              <span className={shared.strong}>{personName(row)}</span>
              {row.name !== '' && row.firm !== '' && <span className={shared.after}>{row.firm}</span>}
              {row.onFocusList && <span className={classes.mark}>{t('people.picker.onFocusList')}</span>}
            </Combobox.Option>
          ))}
          {offered?.length === 0 && <Combobox.Empty>{t('people.picker.nobody')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

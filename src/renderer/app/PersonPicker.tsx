// Picks one person: two letters of a name, arrows, Enter; those on the focus list come first.
import type { PersonRow } from '../../shared/contract/people.ts'
import { personName } from '../../shared/messages/person-name.ts'
import { t } from '../../shared/messages/translate.ts'
import { findPeople } from '../api/find-people.ts'
import { Picker } from '../ui/Picker.tsx'
import shared from '../ui/shared.module.css'
import classes from './PersonPicker.module.css'
import { takeKeys } from './typed-ahead.ts'

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

export function PersonPicker({ value, ...props }: PersonPickerProps) {
  return (
    <Picker
      {...props}
      chosen={value && personName(value)}
      placeholder={t('people.picker.placeholder')}
      nothingFound={t('people.picker.nobody')}
      find={findPeople}
      takeKeys={takeKeys}
      draw={drawPerson}
    />
  )
}

function drawPerson(row: PersonRow) {
  return (
    <>
      <span className={shared.strong}>{personName(row)}</span>
      {row.name !== '' && row.firm !== '' && <span className={shared.after}>{row.firm}</span>}
      {row.onFocusList && <span className={classes.mark}>{t('people.picker.onFocusList')}</span>}
    </>
  )
}

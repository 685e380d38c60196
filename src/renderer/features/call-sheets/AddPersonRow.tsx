// Puts somebody on the sheet by hand, on the front or on one of the lists of the back.
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { SheetSection } from '../../../shared/contract/call-sheets.ts'
import { t } from '../../../shared/messages/translate.ts'
import { PersonPicker } from '../../app/PersonPicker.tsx'
import shared from '../../ui/shared.module.css'
import classes from './AddPersonRow.module.css'
import { useCallSheets } from './call-sheets.store.ts'

/** Asks are written on paper, where the moment is. */
const sections = ['call', 'thank', 'decide', 'greet'] as const satisfies SheetSection[]

export function AddPersonRow() {
  const addPerson = useCallSheets((state) => state.addPerson)
  const [section, setSection] = useState<SheetSection>('call')
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <div className={classes.add}>
      <PersonPicker
        label={t('callSheets.addPerson')}
        value={null}
        onPick={async (person) => {
          setProblem(person === null ? null : await addPerson(person.id, section))
        }}
      />
      <NativeSelect
        label={t('callSheets.addTo')}
        value={section}
        data={sections.map((value) => ({ value, label: t(`callSheets.sections.${value}`) }))}
        onChange={(event) => {
          setProblem(null)
          setSection(event.currentTarget.value as SheetSection)
        }}
      />
      {problem !== null && (
        <p role="alert" className={`${shared.problem} ${shared.ownLine}`}>
          {problem}
        </p>
      )}
    </div>
  )
}

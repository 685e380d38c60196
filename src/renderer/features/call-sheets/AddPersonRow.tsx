// Puts somebody on the sheet by hand, whether they are on the focus list or not.
import { useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import { PersonPicker } from '../people/PersonPicker.tsx'
import classes from './AddPersonRow.module.css'
import { useCallSheets } from './call-sheets.store.ts'

export function AddPersonRow() {
  const addPerson = useCallSheets((state) => state.addPerson)
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <div className={classes.add}>
      <PersonPicker
        label={t('callSheets.addPerson')}
        value={null}
        onPick={async (person) => {
          setProblem(person === null ? null : await addPerson(person.id))
        }}
      />
      {problem !== null && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}

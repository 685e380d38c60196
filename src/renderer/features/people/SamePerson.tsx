// From a person's page: says that another record is the same person, and shows the merge.
import { Button, Modal } from '@mantine/core'
import { useRef, useState } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { t } from '../../../shared/messages/translate.ts'
import { personName } from '../../ui/person-name.ts'
import { MergeDialog } from './MergeDialog.tsx'
import classes from './PersonAside.module.css'
import { PersonPicker } from './PersonPicker.tsx'

export function SamePerson({ person }: { person: PersonRecord }) {
  const [step, setStep] = useState<'closed' | 'pick' | number>('closed')
  const button = useRef<HTMLButtonElement>(null)
  const name = personName({ name: person.name, firm: person.firm?.name ?? '' })
  function close() {
    setStep('closed')
    button.current?.focus()
  }
  return (
    <>
      <Button
        ref={button}
        variant="subtle"
        size="compact-sm"
        className={classes.bin}
        onClick={() => setStep('pick')}
      >
        {t('duplicates.samePerson')}
      </Button>
      {step === 'pick' && (
        <Modal
          opened
          onClose={close}
          title={t('duplicates.pickTitle', { name })}
          closeButtonProps={{ 'aria-label': t('app.close') }}
        >
          <PersonPicker
            label={t('duplicates.pick')}
            value={null}
            autoFocus
            onPick={(picked) => picked && setStep(picked.id)}
          />
        </Modal>
      )}
      {typeof step === 'number' && (
        <MergeDialog keptId={person.id} goneId={step} onClose={close} onMerged={close} />
      )}
    </>
  )
}

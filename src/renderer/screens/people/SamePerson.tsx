// From a person's page: says that another record is the same person, and shows the merge.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { PersonPicker } from '../../app/PersonPicker.tsx'
import { MergeDialog } from '../../features/duplicates/MergeDialog.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import shared from '../../ui/shared.module.css'

export function SamePerson({ person }: { person: PersonRecord }) {
  const [step, setStep] = useState<'closed' | 'pick' | number>('closed')
  const name = personName({ name: person.name, firm: person.firm?.name ?? '' })
  const close = () => setStep('closed')
  return (
    <>
      <Button variant="subtle" size="compact-sm" className={shared.atEdge} onClick={() => setStep('pick')}>
        {t('duplicates.samePerson')}
      </Button>
      {step === 'pick' && (
        <Dialog onClose={close} title={t('duplicates.pickTitle', { name })}>
          <PersonPicker
            label={t('duplicates.pick')}
            value={null}
            autoFocus
            onPick={(picked) => picked && setStep(picked.id)}
          />
        </Dialog>
      )}
      {typeof step === 'number' && (
        <MergeDialog keptId={person.id} goneId={step} onClose={close} onMerged={close} />
      )}
    </>
  )
}

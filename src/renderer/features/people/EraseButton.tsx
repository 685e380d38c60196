// Erases somebody for good: says first what goes, what stays and where, and asks twice, because nothing brings it back.
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract/index.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'
import { send } from '../../api/send.ts'
import { useApp } from '../../app/app.store.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import shared from '../../ui/shared.module.css'

interface EraseButtonProps {
  person: { id: number; name: string }
  /** Says whose it is, where several stand together. */
  named?: boolean
  onErased(): void
}

export function EraseButton({ person, named = false, onErased }: EraseButtonProps) {
  const [erasing, setErasing] = useState<CallOutput<'people.erasing'> | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  async function open() {
    const answer = await call('people.erasing', { id: person.id })
    if (answer.ok) setErasing(answer.value)
    else setProblem(sayError(answer.error))
  }
  const close = () => setErasing(null)
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        className={shared.atEdge}
        aria-label={named ? t('erase.openWho', { name: person.name }) : undefined}
        onClick={() => void open()}
      >
        {t('erase.open')}
      </Button>
      {problem && <span role="alert">{problem}</span>}
      {erasing && <EraseDialog id={person.id} erasing={erasing} onClose={close} onErased={onErased} />}
    </>
  )
}

interface EraseDialogProps {
  id: number
  erasing: CallOutput<'people.erasing'>
  onClose(): void
  onErased(): void
}

function EraseDialog({ id, erasing, onClose, onErased }: EraseDialogProps) {
  const [sure, setSure] = useState(false)
  const [isErasing, setIsErasing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const tell = useApp((state) => state.tell)
  async function erase() {
    setIsErasing(true)
    const failure = await send('people.erase', { id, someone: t('erase.someone') })
    setIsErasing(false)
    setProblem(failure)
    if (failure !== null) return
    tell({ key: 'erase.done' })
    onErased()
  }
  return (
    <Dialog onClose={onClose} size="lg" title={t('erase.title', { name: erasing.name })}>
      <div className={shared.stackS4}>
        <p>{sayGoing(erasing)}</p>
        <p className={`${shared.trouble} ${shared.strong}`}>{t('erase.noUndo')}</p>
        <ul className={`${shared.bullets} ${shared.stackS1}`}>
          <li>{t('erase.keys')}</li>
          <li>{t('erase.counts')}</li>
          {erasing.namedBy > 0 && <li>{t('erase.namedBy')}</li>}
          <li>{t('erase.words')}</li>
          <li>
            {erasing.backups > 0 ? t('erase.backups', { count: erasing.backups }) : t('erase.noBackups')}
          </li>
          {erasing.sheets > 0 && <li>{t('erase.sheets', { count: erasing.sheets })}</li>}
        </ul>
        <Checkbox
          label={t('erase.sure')}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        {problem && <p role="alert">{problem}</p>}
        <div className={shared.buttonsEnd}>
          <Button variant="default" disabled={!sure} loading={isErasing} onClick={() => void erase()}>
            {t('erase.confirm')}
          </Button>
          <Button data-autofocus onClick={onClose}>
            {t('erase.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

const counted = ['touches', 'jobs', 'nextSteps'] as const

function sayGoing(erasing: CallOutput<'people.erasing'>): string {
  const words = counted
    .filter((what) => erasing[what] > 0)
    .map((what) => t(`erase.${what}`, { count: erasing[what] }))
  return words.length === 0 ? t('erase.goesPlain') : t('erase.goes', { what: words.join(', ') })
}

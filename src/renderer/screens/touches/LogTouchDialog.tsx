// Ctrl+L from anywhere: two letters of a name, Enter, one letter, the note, Enter.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../../shared/messages/translate.ts'
import type { Channel } from '../../../shared/rules/touches/touch-kinds.ts'
import { PersonPicker, type PickedPerson } from '../../app/PersonPicker.tsx'
import { takeKeys } from '../../app/typed-ahead.ts'
import { useToday } from '../../app/use-start.ts'
import { LeaveDialog } from '../../features/focus-list/LeaveDialog.tsx'
import { NamedFriendFields } from '../../features/referrals/NamedFriendFields.tsx'
import { LogBox, type MayLeaveAs } from '../../features/touches/LogBox.tsx'
import { ToManyBox } from '../../features/touches/ToManyBox.tsx'
import { readLogPerson } from '../../features/touches/touch-actions.ts'
import type { DueStep } from '../../features/touches/touch-draft.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import shared from '../../ui/shared.module.css'

interface LogTouchDialogProps {
  /** On a person's page it is theirs from the start. */
  personId: number | null
  onClose(): void
}

export function LogTouchDialog({ personId, onClose }: LogTouchDialogProps) {
  const today = useToday()
  const [person, setPerson] = useState<PickedPerson | null>(null)
  const [typedAhead, setTypedAhead] = useState('')
  const [dueSteps, setDueSteps] = useState<DueStep[] | null>(null)
  const [tryBy, setTryBy] = useState<Channel>()
  const [isToMany, setToMany] = useState(false)
  const [leaveAs, setLeaveAs] = useState<MayLeaveAs>(null)
  const id = person?.id ?? personId

  useEffect(() => {
    if (id === null) return
    let current = true
    setDueSteps(null)
    void readLogPerson(id, today).then((read) => {
      if (!current) return
      // At once: a key between the taking and the box would go to whatever has the focus, and Space would close this.
      flushSync(() => {
        if (read && personId !== null) setTypedAhead(takeKeys())
        if (read) setPerson((picked) => (picked?.id === read.id ? picked : read))
        setDueSteps(read?.dueSteps ?? [])
        setTryBy(read?.tryBy)
      })
    })
    return () => {
      current = false
    }
  }, [id, today, personId])

  if (leaveAs && person) return <LeaveDialog person={person} as={leaveAs} onClose={onClose} />
  return (
    <Dialog onClose={onClose} title={t('touches.logTitle')} size="lg" closeOnEscape={!person || isToMany}>
      {isToMany ? (
        <ToManyBox first={person} onLogged={onClose} />
      ) : (
        <div className={shared.stackS4}>
          {(person !== null || personId === null) && (
            <PersonPicker
              label={t('touches.withWhom')}
              value={person}
              onPick={(picked, ahead) => {
                setTypedAhead(ahead)
                setPerson(picked)
              }}
              autoFocus={personId === null}
              isFirst={person === null}
            />
          )}
          {person && (
            <LogBox
              key={person.id}
              personId={person.id}
              dueSteps={dueSteps}
              FriendFields={NamedFriendFields}
              tryBy={tryBy}
              focus="how"
              typedAhead={typedAhead}
              onCancel={onClose}
              onLogged={(mayLeaveAs) => (mayLeaveAs ? setLeaveAs(mayLeaveAs) : onClose())}
            />
          )}
          <Button variant="subtle" size="sm" className={shared.start} onClick={() => setToMany(true)}>
            {t('touches.many.open')}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

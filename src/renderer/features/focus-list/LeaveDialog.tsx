// Someone leaves the focus list: bought, bought elsewhere, parked, dropped or never to be contacted, and why.

import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { LeaveForm } from './LeaveForm.tsx'
import type { LeaveKind } from './leaving.ts'

interface LeaveDialogProps {
  person: { id: number; name: string; firm: string }
  as: LeaveKind
  /** Filled in already, when it follows from what was proposed. */
  reason?: string
  onClose(): void
}

export function LeaveDialog({ person, as, reason, onClose }: LeaveDialogProps) {
  return (
    <Dialog onClose={onClose} title={t('focusList.leave.title', { name: personName(person) })} size="lg">
      <LeaveForm
        personId={person.id}
        as={as}
        reason={reason}
        confirm={t('focusList.leave.confirm')}
        cancel={t('focusList.leave.keep')}
        onSend={(leaving) => send('focusList.leave', leaving)}
        onClose={onClose}
      />
    </Dialog>
  )
}

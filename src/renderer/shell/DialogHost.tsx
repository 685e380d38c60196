// The dialogs that open from anywhere, one at a time; each is fetched when the first screen has been painted.
import { Suspense, useEffect } from 'react'
import { assertNever } from '../../shared/errors.ts'
import { type Dialog, useApp } from '../app/app.store.ts'
import { lazyPart } from './lazy-part.ts'

const HelpDialog = lazyPart(() => import('./HelpDialog.tsx'), 'HelpDialog')
const AddPersonDialog = lazyPart(() => import('../features/people/AddPersonDialog.tsx'), 'AddPersonDialog')
const LogTouchDialog = lazyPart(() => import('../screens/touches/LogTouchDialog.tsx'), 'LogTouchDialog')
const WriteDialog = lazyPart(() => import('../screens/texts/WriteDialog.tsx'), 'WriteDialog')
const MailingDialog = lazyPart(() => import('../screens/texts/MailingDialog.tsx'), 'MailingDialog')

export function DialogHost() {
  const dialog = useApp((state) => state.dialog)
  const close = useApp((state) => state.closeDialog)
  // Both are opened by a key and typed into at once: a fetch then would lose the first letters.
  useEffect(() => {
    const handle = requestIdleCallback(
      () => void Promise.all([LogTouchDialog.fetch(), AddPersonDialog.fetch()]),
    )
    return () => cancelIdleCallback(handle)
  }, [])
  return <Suspense>{dialog && renderDialog(dialog, close)}</Suspense>
}

function renderDialog(dialog: Dialog, close: () => void) {
  switch (dialog.name) {
    case 'log-touch':
      return <LogTouchDialog personId={dialog.personId} onClose={close} />
    case 'add-person':
      return <AddPersonDialog onClose={close} />
    case 'write':
      return <WriteDialog personId={dialog.personId} onClose={close} />
    case 'mailing':
      return <MailingDialog personIds={dialog.personIds} onClose={close} />
    case 'help':
      return <HelpDialog onClose={close} />
    default:
      return assertNever(dialog)
  }
}

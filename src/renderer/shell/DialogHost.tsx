// The dialogs that open from anywhere, one at a time; each is fetched when the first screen has been painted.
import { lazy, Suspense, useEffect } from 'react'
import { assertNever } from '../../shared/errors.ts'
import { type Dialog, useApp } from '../app/app.store.ts'

const HelpDialog = lazy(async () => ({ default: (await import('./HelpDialog.tsx')).HelpDialog }))
const fetchAddPerson = () => import('../features/people/AddPersonDialog.tsx')
const AddPersonDialog = lazy(async () => ({ default: (await fetchAddPerson()).AddPersonDialog }))
const fetchLogTouch = () => import('../screens/touches/LogTouchDialog.tsx')
const LogTouchDialog = lazy(async () => ({ default: (await fetchLogTouch()).LogTouchDialog }))
const fetchWrite = () => import('../screens/texts/WriteDialog.tsx')
const WriteDialog = lazy(async () => ({ default: (await fetchWrite()).WriteDialog }))
const fetchMailing = () => import('../screens/texts/MailingDialog.tsx')
const MailingDialog = lazy(async () => ({ default: (await fetchMailing()).MailingDialog }))

export function DialogHost() {
  const dialog = useApp((state) => state.dialog)
  const close = useApp((state) => state.closeDialog)
  // Both are opened by a key and typed into at once: a fetch then would lose the first letters.
  useEffect(() => {
    const handle = requestIdleCallback(() => void Promise.all([fetchLogTouch(), fetchAddPerson()]))
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

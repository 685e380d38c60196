// The dialogs that open from anywhere, one at a time; each is fetched when the first screen has been painted.
import { lazy, Suspense } from 'react'
import { assertNever } from '../../shared/errors.ts'
import { type Dialog, useApp } from './app.store.ts'

const HelpDialog = lazy(async () => ({ default: (await import('./HelpDialog.tsx')).HelpDialog }))
const AddPersonDialog = lazy(async () => ({
  default: (await import('../features/people/AddPersonDialog.tsx')).AddPersonDialog,
}))
const LogTouchDialog = lazy(async () => ({
  default: (await import('../features/touches/LogTouchDialog.tsx')).LogTouchDialog,
}))

export function DialogHost() {
  const dialog = useApp((state) => state.dialog)
  const close = useApp((state) => state.closeDialog)
  return <Suspense>{dialog && renderDialog(dialog, close)}</Suspense>
}

function renderDialog(dialog: Dialog, close: () => void) {
  switch (dialog.name) {
    case 'log-touch':
      return <LogTouchDialog personId={dialog.personId} onClose={close} />
    case 'add-person':
      return <AddPersonDialog onClose={close} />
    case 'help':
      return <HelpDialog onClose={close} />
    default:
      return assertNever(dialog)
  }
}

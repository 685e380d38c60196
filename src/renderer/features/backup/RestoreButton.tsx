// Opens the way back to a backup, from the Backup screen and from where the file could not be opened.
import { Button } from '@mantine/core'
import { t } from '../../../shared/messages/translate.ts'
import { RestoreDialog } from './RestoreDialog.tsx'
import { chooseBackup, useRestore } from './restore.store.ts'

interface RestoreButtonProps {
  /** The one obvious thing to do here. */
  primary?: boolean
  onRestored(): void
}

export function RestoreButton({ primary = false, onRestored }: RestoreButtonProps) {
  const state = useRestore()
  return (
    <>
      <Button variant={primary ? 'filled' : 'default'} onClick={() => void chooseBackup()}>
        {t('backup.restore.open')}
      </Button>
      {state.kind !== 'idle' && state.kind !== 'restored' && (
        <RestoreDialog state={state} onRestored={onRestored} />
      )}
    </>
  )
}

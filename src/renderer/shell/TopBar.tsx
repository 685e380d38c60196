// Always there: the search box, Add person, Log touch.
import { Button } from '@mantine/core'
import { t } from '../../shared/messages/translate.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import shared from '../ui/shared.module.css'
import { addPerson, type Command, find, logTouch, sayKeys } from './commands.ts'
import styles from './TopBar.module.css'

export function TopBar() {
  return (
    <header className={styles.top}>
      <button
        type="button"
        className={styles.find}
        aria-keyshortcuts={find.keys?.[0]}
        aria-haspopup="dialog"
        onClick={() => void find.run()}
      >
        <span className={shared.oneLine}>{t(find.words)}</span>
        <KeyHint keys={sayKeys(find)} />
      </button>
      <div className={styles.actions}>
        <CommandButton command={addPerson} variant="default" />
        <CommandButton command={logTouch} />
      </div>
    </header>
  )
}

function CommandButton({ command, variant = 'filled' }: { command: Command; variant?: string }) {
  return (
    <Button
      variant={variant}
      aria-keyshortcuts={command.keys?.[0]}
      onClick={() => void command.run()}
      rightSection={
        <span aria-hidden className={styles.keys}>
          {sayKeys(command)}
        </span>
      }
    >
      {t(command.words)}
    </Button>
  )
}

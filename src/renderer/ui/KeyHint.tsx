// A key to press, drawn as a key; screen readers hear it from aria-keyshortcuts instead.
import styles from './KeyHint.module.css'

export function KeyHint({ keys }: { keys: string }) {
  return (
    <kbd aria-hidden className={styles.key}>
      {keys}
    </kbd>
  )
}

// "Why is this above that?", asked on a row by a click or the key Y and answered in one line under it.
import { t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import classes from './WhyAbove.module.css'

interface WhyAboveProps {
  /** Who stands next. */
  name: string
  open: boolean
  onToggle(): void
}

/** Quiet until the row is looked at; the row's menu asks the same. */
export function WhyAboveButton({ name, open, onToggle }: WhyAboveProps) {
  return (
    <button
      type="button"
      className={classes.ask}
      aria-expanded={open}
      aria-keyshortcuts="y"
      onClick={onToggle}
    >
      {t('focusList.order.ask', { name })}
    </button>
  )
}

/** Always in the page, so that a screen reader hears what comes into it. */
export function WhyAboveAnswer({ words }: { words: string }) {
  return (
    <p role="status" className={shared.lesser}>
      {words}
    </p>
  )
}

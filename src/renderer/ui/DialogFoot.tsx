// How a form in a dialog ends: why it was refused, the way out, and the way on.
import { Button } from '@mantine/core'
import classes from './DialogFoot.module.css'

interface DialogFootProps {
  refusal: string | null
  cancel: string
  save: string
  onCancel(): void
}

export function DialogFoot({ refusal, cancel, save, onCancel }: DialogFootProps) {
  return (
    <>
      {refusal && (
        <p role="alert" className={classes.refusal}>
          {refusal}
        </p>
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={onCancel}>
          {cancel}
        </Button>
        <Button type="submit">{save}</Button>
      </div>
    </>
  )
}

// How a form in a dialog ends: why it was refused, the way out, and the way on.
import { Button } from '@mantine/core'
import shared from './shared.module.css'

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
        <p role="alert" className={shared.trouble}>
          {refusal}
        </p>
      )}
      <div className={shared.dialogFoot}>
        <Button variant="default" onClick={onCancel}>
          {cancel}
        </Button>
        <Button type="submit">{save}</Button>
      </div>
    </>
  )
}

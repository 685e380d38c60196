// How a form in a dialog ends: why it was refused, the way out, and the way on.
import { Button } from '@mantine/core'
import { Refusal } from './Refusal.tsx'
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
      <Refusal words={refusal} className={shared.trouble} />
      <div className={shared.dialogFoot}>
        <Button variant="default" onClick={onCancel}>
          {cancel}
        </Button>
        <Button type="submit">{save}</Button>
      </div>
    </>
  )
}

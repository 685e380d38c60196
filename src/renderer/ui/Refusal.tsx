// Why something was refused, read out as soon as it stands there; nothing while there is none.
import shared from './shared.module.css'

export function Refusal({ words, className = shared.problem }: { words: string | null; className?: string }) {
  if (!words) return null
  return (
    <p role="alert" className={className}>
      {words}
    </p>
  )
}

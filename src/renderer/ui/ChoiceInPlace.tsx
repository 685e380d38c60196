// One of a few choices, read as text and changed where it stands.
import { useId, useState } from 'react'
import classes from './ChoiceInPlace.module.css'
import shared from './shared.module.css'

interface ChoiceInPlaceProps<Value extends string> {
  label: string
  value: Value
  options: readonly (readonly [Value, string])[]
  /** The value that stands for "nothing chosen", shown quietly. */
  unset?: Value
  /** Answers the sentence that says why it was not saved, or null when it was. */
  onSave(value: Value): Promise<string | null>
}

export function ChoiceInPlace<Value extends string>(props: ChoiceInPlaceProps<Value>) {
  const { label, value, options, unset, onSave } = props
  const [problem, setProblem] = useState<string | null>(null)
  const problemId = useId()
  return (
    <span className={classes.choice}>
      <select
        className={classes.select}
        aria-label={label}
        aria-describedby={problem === null ? undefined : problemId}
        data-unset={value === unset || undefined}
        value={value}
        onChange={(event) => void onSave(event.currentTarget.value as Value).then(setProblem)}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
      {problem !== null && (
        <span id={problemId} role="alert" className={`${shared.problem} ${shared.below}`}>
          {problem}
        </span>
      )}
    </span>
  )
}

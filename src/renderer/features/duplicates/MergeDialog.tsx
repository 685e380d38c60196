// Two records of one person beside each other: what stays where they differ, who they will be, and what follows.
import { Button } from '@mantine/core'
import { Fragment, useEffect, useRef, useState } from 'react'
import type { MergeChoices, MergePreview } from '../../../shared/contract/duplicates.ts'
import { formatBirthday, formatDate } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { say, sayError, t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import shared from '../../ui/shared.module.css'
import classes from './MergeDialog.module.css'

interface MergeDialogProps {
  keptId: number
  goneId: number
  onClose(): void
  onMerged(): void
}

export function MergeDialog({ keptId, goneId, onClose, onMerged }: MergeDialogProps) {
  const [choices, setChoices] = useState<MergeChoices>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const looked = useLoaded('duplicates.preview', { keptId, goneId, choices }, { keepsBefore: true })
  const preview = looked.value ?? null
  const problem = looked.error ? sayError(looked.error) : refusal
  const button = useRef<HTMLButtonElement>(null)
  const isThere = preview !== null
  // The dialog was open before there was anything to merge.
  useEffect(() => {
    if (isThere) button.current?.focus()
  }, [isThere])

  function choose(more: MergeChoices) {
    setRefusal(null)
    setChoices({ ...choices, ...more })
  }

  async function merge() {
    // What is in force on the screen is sent whole, defaults too: nothing else may come of it.
    const shown = Object.fromEntries(preview?.fields.map(({ field, choice }) => [field, choice]) ?? [])
    const failure = await send('duplicates.merge', { keptId, goneId, choices: shown })
    setRefusal(failure)
    if (failure === null) onMerged()
  }
  return (
    <Dialog
      onClose={onClose}
      size={780}
      title={preview ? t('duplicates.dialogTitle', { name: personName(preview.after) }) : ''}
    >
      <div className={shared.stackS4} aria-busy={preview === null && problem === null}>
        {preview && <Preview preview={preview} onChoose={choose} />}
        {problem && <p role="alert">{problem}</p>}
        <div className={shared.dialogFoot}>
          <Button variant="default" onClick={onClose}>
            {t('duplicates.cancel')}
          </Button>
          <Button
            ref={button}
            data-autofocus={isThere || undefined}
            disabled={!isThere}
            onClick={() => void merge()}
          >
            {t('duplicates.merge')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function Preview({ preview, onChoose }: { preview: MergePreview; onChoose: OnChoose }) {
  const { kept, gone, fields } = preview
  return (
    <>
      <p className={shared.note}>
        {t(fields.length === 0 ? 'duplicates.noDifference' : 'duplicates.dialogWords')}
      </p>
      <table className={classes.fields}>
        <thead>
          <tr>
            <td />
            <Head person={kept} />
            <Head person={gone} />
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <Field key={field.field} field={field} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
      <After preview={preview} />
    </>
  )
}

function Head({ person }: { person: MergePreview['kept'] }) {
  const touches = t('duplicates.touches', { count: person.touches })
  return (
    <th scope="col">
      {personName(person)}
      <span className={shared.note}>
        {t('duplicates.since', { on: formatDate(person.createdOn, 'full') })} · {touches}
      </span>
    </th>
  )
}

type FieldShown = MergePreview['fields'][number]
type OnChoose = (choices: MergeChoices) => void

interface FieldProps {
  field: FieldShown
  onChoose: OnChoose
}

function Field({ field: { field, kept, gone, choices, choice }, onChoose }: FieldProps) {
  const name = t(`duplicates.fields.${field}`)
  const side = (which: 'kept' | 'gone' | 'both', words: string) => (
    <label className={classes.choice} data-chosen={choice === which || choice === 'both' || undefined}>
      <input
        type="radio"
        name={`merge-${field}`}
        aria-describedby={`merge-field-${field}`}
        checked={choice === which}
        disabled={!choices.includes(which)}
        onChange={() => onChoose({ [field]: which })}
      />
      <span className={words === '' ? classes.nothing : classes.value}>
        {words === '' ? t('duplicates.nothing') : words}
      </span>
    </label>
  )
  return (
    <>
      <tr>
        <th scope="row" id={`merge-field-${field}`}>
          {name}
        </th>
        <td>{side('kept', sayValue(field, kept))}</td>
        <td>{side('gone', sayValue(field, gone))}</td>
      </tr>
      {choices.includes('both') && (
        <tr className={classes.both}>
          <td />
          <td colSpan={2}>{side('both', t('duplicates.choice.both'))}</td>
        </tr>
      )}
    </>
  )
}

/** A value as the person's page says it. */
function sayValue(field: FieldShown['field'], value: string): string {
  if (value === '') return ''
  switch (field) {
    case 'birthday':
      return formatBirthday(value)
    case 'best_channel':
      return t(`people.channels.${value as 'visit' | 'phone' | 'text' | 'email' | 'letter'}`)
    case 'decides':
    case 'need':
    case 'decider':
    case 'price':
    case 'season':
    case 'reachable':
    case 'want':
      return t(`duplicates.answers.${value as 'yes' | 'no' | 'unknown'}`)
    default:
      return value
  }
}

const followed = ['touches', 'nextSteps', 'jobs', 'referrals'] as const

function After({ preview: { after, follows, remarks } }: { preview: MergePreview }) {
  const counts = followed.filter((what) => follows[what] > 0)
  const words = counts.map((what) => t(`duplicates.followCounts.${what}`, { count: follows[what] }))
  const what = new Intl.ListFormat('en', { type: 'conjunction' }).format(words)
  const isOne = counts.length === 1 && follows[counts[0]!] === 1
  return (
    <section className={`${shared.washed} ${shared.stackS1}`} aria-labelledby="merge-after">
      <h3 id="merge-after" className={classes.heading}>
        {t('duplicates.afterTitle')}
      </h3>
      <p>
        <strong>{personName(after)}</strong>
        {after.name !== '' && after.firm !== '' && <span className={shared.note}> · {after.firm}</span>}
        {after.contactPoints.map((point, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of them may read the same
          <Fragment key={index}> · {point.value}</Fragment>
        ))}
      </p>
      {after.alsoKnownAs !== '' && (
        <p className={shared.note}>{t('duplicates.alsoKnownAs', { names: after.alsoKnownAs })}</p>
      )}
      <p>
        {counts.length === 0
          ? t('duplicates.followsNothing')
          : t(isOne ? 'duplicates.followsOne' : 'duplicates.follows', { what })}
      </p>
      {remarks.map((remark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two of them may read the same
        <p key={index}>{say(remark)}</p>
      ))}
    </section>
  )
}

// One entry for several people, an event or a mailing: whom it went to, then the same box as for one.
import { NativeSelect } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import type { How } from '../../../shared/rules/touch-kinds.ts'
import { useStart } from '../../app/start.store.ts'
import { personName } from '../../ui/person-name.ts'
import { PersonPicker, type PickedPerson } from '../people/PersonPicker.tsx'
import { DayAndOutcome } from './DayAndOutcome.tsx'
import classes from './LogBox.module.css'
import { TouchFields } from './TouchFields.tsx'
import { listPlaces, logToMany, readGroup } from './touch-actions.ts'
import { emptyDraft, type Problem, readTouch } from './touch-draft.ts'

const kindsToMany = ['event', 'message', 'letter'] as const

interface ToManyBoxProps {
  /** Who was picked before the owner thought of more. */
  first: PickedPerson | null
  onLogged(): void
}

export function ToManyBox({ first, onLogged }: ToManyBoxProps) {
  const start = useStart()
  const [people, setPeople] = useState<PickedPerson[]>(first ? [first] : [])
  /** Each pick begins an empty picker; a whole group leaves the keys where they are. */
  const [picks, setPicks] = useState(0)
  const [draft, setDraft] = useState(() => ({ ...emptyDraft, how: 'event' as How }))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const noteRef = useRef<HTMLTextAreaElement>(null)
  const uid = useRef(crypto.randomUUID())
  if (start.status !== 'ready') return null
  const { today, settings } = start.start

  function add(more: PickedPerson[]) {
    setRefusal(null)
    setPeople((before) => [
      ...before,
      ...more.filter((person) => !before.some((other) => other.id === person.id)),
    ])
  }

  function pick(person: PickedPerson) {
    add([person])
    setPicks(picks + 1)
  }

  function remove(person: PickedPerson) {
    setPeople((before) => before.filter((other) => other !== person))
    setPicks(picks + 1)
  }

  function change(part: Partial<typeof draft>) {
    setDraft((before) => ({ ...before, ...part }))
    setProblem(null)
    setRefusal(null)
  }

  async function save() {
    if (saving) return
    if (people.length < 2) return setRefusal(t('touches.many.needsTwo'))
    const read = readTouch(draft, today, settings)
    if ('problem' in read) return setProblem(read.problem)
    setSaving(true)
    const personIds = people.map((person) => person.id)
    const failure = await logToMany({ uid: uid.current, personIds, touch: read.touch })
    setSaving(false)
    if (failure) setRefusal(failure)
    else onLogged()
  }

  return (
    <section className={classes.many} aria-label={t('touches.many.label')} aria-busy={saving}>
      <div className={classes.line}>
        <div className={classes.what}>
          <PersonPicker
            key={picks}
            label={t('touches.many.add')}
            value={null}
            onPick={(person) => person && pick(person)}
            autoFocus
          />
        </div>
        <GroupSelect onChoose={add} />
      </div>
      <ul className={classes.recipients} aria-label={t('touches.many.recipients', { count: people.length })}>
        {people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className={classes.recipient}
              aria-label={t('touches.many.remove', { name: personName(person) })}
              onClick={() => remove(person)}
            >
              {personName(person)} <span aria-hidden>×</span>
            </button>
          </li>
        ))}
      </ul>
      <TouchFields
        draft={draft}
        change={change}
        names={settings.names}
        problem={problem}
        noteRef={noteRef}
        focus={null}
        hows={kindsToMany}
        onEnter={() => void save()}
      />
      <p className={classes.quiet}>{t('touches.many.shared')}</p>
      <DayAndOutcome
        draft={draft}
        change={change}
        today={today}
        problem={problem}
        saving={saving}
        withOutcome={false}
        onSave={() => void save()}
      />
      {refusal && (
        <p role="alert" className={classes.problem}>
          {refusal}
        </p>
      )}
    </section>
  )
}

/** Everyone on the focus list, or everyone who goes to a place. */
function GroupSelect({ onChoose }: { onChoose(people: PickedPerson[]): void }) {
  const [places, setPlaces] = useState<{ id: number; name: string }[]>([])
  useEffect(() => {
    void listPlaces().then(setPlaces)
  }, [])
  return (
    <NativeSelect
      label={t('touches.many.everyone')}
      value=""
      onChange={(event) => {
        const chosen = event.currentTarget.value
        if (chosen !== '') void readGroup(chosen === 'focus' ? null : Number(chosen)).then(onChoose)
      }}
      data={[
        { value: '', label: t('touches.many.choose') },
        { value: 'focus', label: t('touches.many.focusList') },
        ...places.map((place) => ({ value: String(place.id), label: place.name })),
      ]}
    />
  )
}

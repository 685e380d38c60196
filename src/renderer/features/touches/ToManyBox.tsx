// One entry for several people, an event or a mailing: whom it went to, then the same box as for one.
import { useRef, useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import type { How } from '../../../shared/rules/touches/touch-kinds.ts'
import { send } from '../../api/send.ts'
import type { PickedPerson } from '../../app/PersonPicker.tsx'
import { useStart } from '../../app/start.store.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import { DayAndOutcome } from './DayAndOutcome.tsx'
import { Recipients } from './Recipients.tsx'
import { TouchFields } from './TouchFields.tsx'
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

  function remove(person: PickedPerson) {
    setPeople((before) => before.filter((other) => other !== person))
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
    const failure = await send('touches.logToMany', { uid: uid.current, personIds, touch: read.touch })
    setSaving(false)
    if (failure) setRefusal(failure)
    else onLogged()
  }

  return (
    <section className={shared.stackS3} aria-label={t('touches.many.label')} aria-busy={saving}>
      <Recipients people={people} onAdd={add} onRemove={remove} beginsHere />
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
      <p className={shared.note}>{t('touches.many.shared')}</p>
      <DayAndOutcome
        draft={draft}
        change={change}
        today={today}
        problem={problem}
        saving={saving}
        withOutcome={false}
        onSave={() => void save()}
      />
      <Refusal words={refusal} />
    </section>
  )
}

// Adds a place: its name is enough; a name that is here already offers the one there is.
import { Autocomplete, Button, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { formatDate } from '../../../shared/messages/format.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'
import { useApp } from '../../app/app.store.ts'
import { useToday } from '../../app/use-start.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import shared from '../../ui/shared.module.css'
import { usualKinds } from './place-kinds.ts'
import classes from './VisitDialog.module.css'

interface Problem {
  field: 'name' | 'when'
  words: string
  /** The place of that name. */
  sameId?: number | null
}

export function AddPlaceDialog({ onClose }: { onClose(): void }) {
  const goTo = useApp((state) => state.goTo)
  const today = useToday()
  const [typed, setTyped] = useState({ name: '', kind: '', when: '', bring: '' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const uid = useRef(crypto.randomUUID())
  const saving = useRef(false)
  const when = typed.when.trim()
  const day = when === '' ? null : readDay(when, today)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (saving.current) return
    if (when !== '' && day === null)
      return setProblem({ field: 'when', words: t('touches.notADay', { typed: when }) })
    if (day !== null && day < today)
      return setProblem({ field: 'when', words: t('errors.occasion-over', { on: day }) })
    saving.current = true
    const { name, kind, bring } = typed
    const place = { uid: uid.current, name, kind, nextOn: day, nextBring: bring }
    const answer = await call('places.add', place)
    saving.current = false
    if (answer.ok) return goTo({ name: 'place', id: answer.value.id })
    const { code, facts } = answer.error
    const sameId = code === 'place-here-already' ? Number(facts.id) : null
    setProblem({ field: 'name', words: sayError(answer.error), sameId })
  }

  const set = (part: Partial<typeof typed>) => {
    setTyped({ ...typed, ...part })
    setProblem(null)
  }
  return (
    <Dialog onClose={onClose} title={t('places.add.title')} size="lg">
      <form className={shared.stackS4} onSubmit={(event) => void save(event)}>
        <TextInput
          label={t('places.add.name')}
          placeholder={t('places.add.nameHint')}
          data-autofocus
          value={typed.name}
          error={problem?.field === 'name' && problem.words}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {problem?.sameId != null && (
          <Button
            variant="default"
            className={classes.same}
            onClick={() => goTo({ name: 'place', id: problem.sameId! })}
          >
            {t('places.add.openSame')}
          </Button>
        )}
        <Autocomplete
          label={t('places.kind')}
          placeholder={t('places.kindHint')}
          data={usualKinds()}
          value={typed.kind}
          onChange={(kind) => set({ kind })}
        />
        <TextInput
          label={t('places.next.label')}
          placeholder={t('places.next.whenHint')}
          value={typed.when}
          error={problem?.field === 'when' && problem.words}
          rightSection={day && <span className={shared.reading}>{formatDate(day, 'full')}</span>}
          rightSectionWidth={day ? 130 : undefined}
          onChange={(event) => set({ when: event.currentTarget.value })}
        />
        <TextInput
          label={t('places.next.bring')}
          placeholder={t('places.next.bringHint')}
          value={typed.bring}
          onChange={(event) => set({ bring: event.currentTarget.value })}
        />
        <div className={shared.dialogFoot}>
          <Button variant="default" onClick={onClose}>
            {t('places.cancel')}
          </Button>
          <Button type="submit">{t('places.add.save')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

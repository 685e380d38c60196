// Adds a person from anywhere: a name or a firm is enough, and who may be there already is shown while typing.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { PersonRow } from '../../../shared/contract/people.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'
import { useLoaded } from '../../api/queries.ts'
import { useApp } from '../../app/app.store.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { PersonPicker, type PickedPerson } from '../../app/PersonPicker.tsx'
import { takeKeys } from '../../app/typed-ahead.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import shared from '../../ui/shared.module.css'
import classes from './AddPersonDialog.module.css'

const emptyDraft = { name: '', firmName: '', phone: '', email: '', foundWords: '', wouldTypeWords: '' }
type Draft = typeof emptyDraft

export function AddPersonDialog({ onClose }: { onClose(): void }) {
  const [draft, setDraft] = useState(emptyDraft)
  const [problem, setProblem] = useState<string | null>(null)
  // They were erased before: the owner says once more that they are meant.
  const [wasErased, setWasErased] = useState(false)
  // One id for all tries of this person, so that a second Enter adds nobody twice.
  const uid = useRef(crypto.randomUUID())
  const saving = useRef(false)
  const goTo = useApp((state) => state.goTo)
  const [referrer, setReferrer] = useState<PickedPerson | null>(null)
  const same = useSame(draft)

  async function save(anyway: boolean) {
    if (saving.current) return
    saving.current = true
    const referrerId = referrer?.id ?? null
    const answer = await call('people.add', { uid: uid.current, ...draft, referrerId, anyway })
    saving.current = false
    if (answer.ok) return goTo({ name: 'person', id: answer.value.id, among: [] })
    setProblem(sayError(answer.error))
    setWasErased(answer.error.code === 'was-erased')
  }

  const field = (key: keyof Draft, type = 'text') => ({
    label: t(`people.add.${key}`),
    value: draft[key],
    type,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => {
      setProblem(null)
      setWasErased(false)
      setDraft({ ...draft, [key]: event.currentTarget.value })
    },
  })
  return (
    <Dialog onClose={onClose} size="lg" title={t('people.add.title')}>
      <form
        className={classes.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save(false)
        }}
      >
        <TextInput
          {...field('name')}
          data-autofocus
          onFocus={() => {
            const [ahead = ''] = takeKeys().split('\n')
            if (ahead !== '') setDraft((before) => ({ ...before, name: before.name + ahead }))
          }}
          placeholder={t('people.add.namePlaceholder')}
          error={problem}
        />
        <TextInput {...field('firmName')} />
        <TextInput {...field('phone', 'tel')} />
        <TextInput {...field('email')} />
        <TextInput {...field('foundWords')} className={shared.whole} />
        <TextInput {...field('wouldTypeWords')} className={shared.whole} />
        <div className={shared.whole}>
          <PersonPicker label={t('referrals.person.whoNamed')} value={referrer} onPick={setReferrer} />
        </div>
        <div className={classes.same} role="status">
          <SamePeople rows={same} />
        </div>
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t('people.add.cancel')}
          </Button>
          {wasErased && (
            <Button variant="default" onClick={() => void save(true)}>
              {t('erase.anyway')}
            </Button>
          )}
          <Button type="submit">{t('people.add.save')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Who looks like the one being typed, by phone or mail, else by name. */
function useSame({ name, phone, email }: Draft): PersonRow[] {
  const rows = [useFound(phone), useFound(email), useFound(name)].flat()
  const named = rows.filter((row) => row.matchedNote === '')
  return [...new Map(named.map((row) => [row.id, row])).values()].slice(0, 3)
}

function useFound(typed: string): PersonRow[] {
  const asked = typed.trim().length < 3 ? null : { search: typed, limit: 3 }
  return useLoaded('people.list', asked, { keepsBefore: true }).value?.rows ?? []
}

function SamePeople({ rows }: { rows: PersonRow[] }) {
  if (rows.length === 0) return null
  return (
    <>
      <span>{t('people.add.same')}</span>
      {rows.map((row) => (
        <PersonLink key={row.id} id={row.id} className={`${shared.link} ${shared.strong}`}>
          {[personName(row), row.name === '' ? '' : row.firm, row.phone].filter(Boolean).join(' · ')}
        </PersonLink>
      ))}
    </>
  )
}

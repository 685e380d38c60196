// The fields of a visit: when, what we brought, whom we met and whether we talked, minutes, cost and note.
import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core'
import { currencyDigits, formatDate } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'
import { PersonPicker } from '../../app/PersonPicker.tsx'
import { Chip } from '../../ui/Chip.tsx'
import shared from '../../ui/shared.module.css'
import classes from './VisitDialog.module.css'
import type { DraftPerson, VisitDraft } from './visit-draft.ts'

interface VisitFieldsProps {
  draft: VisitDraft
  change(part: Partial<VisitDraft>): void
  today: string
  dayProblem: string | null
}

export function VisitFields({ draft, change, today, dayProblem }: VisitFieldsProps) {
  const typed = draft.day.trim()
  const day = typed === '' ? null : readDay(typed, today, 'behind')
  return (
    <>
      <TextInput
        label={t('places.visit.brought')}
        placeholder={t('places.visit.broughtHint')}
        data-autofocus
        value={draft.brought}
        onChange={(event) => change({ brought: event.currentTarget.value })}
      />
      <MetPeople people={draft.people} onChange={(people) => change({ people })} />
      <Textarea
        label={t('places.visit.note')}
        rows={2}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <div className={classes.row}>
        <TextInput
          label={t('places.visit.day')}
          placeholder={t('touches.dayPlaceholder')}
          value={draft.day}
          error={dayProblem}
          rightSection={day && <span className={shared.reading}>{formatDate(day, 'medium')}</span>}
          rightSectionWidth={day ? 96 : undefined}
          onChange={(event) => change({ day: event.currentTarget.value })}
        />
        <NumberInput
          label={t('places.visit.minutes')}
          value={draft.minutes ?? ''}
          min={0}
          max={1440}
          allowDecimal={false}
          hideControls
          onChange={(value) => change({ minutes: numberOrNull(value) })}
        />
        <NumberInput
          label={t('places.visit.cost')}
          value={draft.cost ?? ''}
          min={0}
          max={9_999_999}
          decimalScale={currencyDigits()}
          allowedDecimalSeparators={['.', ',']}
          hideControls
          onChange={(value) => change({ cost: numberOrNull(value) })}
        />
      </div>
    </>
  )
}

/** Mantine answers text while it is typed: "12.50", "". */
const numberOrNull = (value: string | number) =>
  value === '' || Number.isNaN(Number(value)) ? null : Number(value)

/** Those who go there, and anybody else met, each marked and unmarked. */
function MetPeople({ people, onChange }: { people: DraftPerson[]; onChange(people: DraftPerson[]): void }) {
  const set = (id: number, part: Partial<DraftPerson>) =>
    onChange(people.map((person) => (person.id === id ? { ...person, ...part } : person)))
  function add(picked: { id: number; name: string; firm: string }) {
    const others = people.filter((person) => person.id !== picked.id)
    const { id, name, firm } = picked
    const talked = people.find((person) => person.id === id)?.talked ?? false
    onChange([...others, { id, name, firm, met: true, talked }])
  }
  return (
    <fieldset className={shared.stackS2}>
      <legend className={classes.legend}>{t('places.visit.whom')}</legend>
      <ul className={classes.people}>
        {people.map((person) => (
          <li key={person.id} className={classes.person}>
            <Checkbox
              size="sm"
              label={personName(person)}
              checked={person.met}
              onChange={(event) => set(person.id, { met: event.currentTarget.checked })}
            />
            {person.met && (
              <Chip on={person.talked} onToggle={() => set(person.id, { talked: !person.talked })}>
                {t('places.visit.talked')}
              </Chip>
            )}
          </li>
        ))}
      </ul>
      <PersonPicker
        label={t(people.length === 0 ? 'places.visit.somebody' : 'places.visit.somebodyElse')}
        value={null}
        onPick={(picked) => picked && add(picked)}
      />
      <p className={shared.note}>{t('places.visit.whomHint')}</p>
    </fieldset>
  )
}

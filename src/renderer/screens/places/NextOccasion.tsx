// What comes next at a place: the day, what happens then, what to bring; one that is over asks once whether we went.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Place } from '../../../shared/contract/places.ts'
import { formatDate, formatNearDate } from '../../../shared/messages/format.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import type { VisitTask } from '../../features/places/VisitDialog.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import classes from './PlaceScreen.module.css'

interface NextOccasionProps {
  place: Place
  onTask(task: VisitTask): void
}

export function NextOccasion({ place, onTask }: NextOccasionProps) {
  const today = useToday()
  const { nextOn } = place
  const isOver = nextOn !== null && nextOn < today
  return (
    <section className={classes.next} aria-labelledby="place-next">
      <h2 id="place-next" className={shared.caption}>
        {t('places.next.label')}
      </h2>
      {isOver ? <DidYouGo place={place} on={nextOn} onTask={onTask} /> : <Day place={place} today={today} />}
      <dl className={classes.facts}>
        <dt>{t('places.next.what')}</dt>
        <dd>
          <EditInPlace
            label={t('places.next.what')}
            value={place.nextWhat}
            placeholder={t('places.next.whatHint')}
            onSave={(nextWhat) => send('places.edit', { id: place.id, changes: { nextWhat } })}
          />
        </dd>
        <dt>{t('places.next.bring')}</dt>
        <dd>
          <EditInPlace
            label={t('places.next.bring')}
            value={place.nextBring}
            placeholder={t('places.next.bringHint')}
            onSave={(nextBring) => send('places.edit', { id: place.id, changes: { nextBring } })}
          />
        </dd>
      </dl>
    </section>
  )
}

function Day({ place, today }: { place: Place; today: string }) {
  const { nextOn, proposedOn } = place
  async function save(typed: string): Promise<string | null> {
    const words = typed.trim()
    if (words === '') return send('places.edit', { id: place.id, changes: { nextOn: null } })
    const day = readDay(words, today)
    return day === null
      ? t('touches.notADay', { typed: words })
      : send('places.edit', { id: place.id, changes: { nextOn: day } })
  }
  return (
    <div>
      <span className={classes.nextDay}>
        <EditInPlace
          label={t('places.next.when')}
          value={nextOn === null ? '' : formatNearDate(nextOn, today)}
          shown={
            nextOn === null
              ? undefined
              : nextOn === today
                ? t('places.next.today')
                : formatDate(nextOn, 'full')
          }
          placeholder={t('places.next.none')}
          onSave={save}
        />
      </span>
      {nextOn === null && proposedOn !== null && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => void send('places.edit', { id: place.id, changes: { nextOn: proposedOn } })}
        >
          {t('places.next.propose', { on: proposedOn })}
        </Button>
      )}
    </div>
  )
}

/** Asked here alone and once: either answer ends it. */
function DidYouGo({ place, on, onTask }: { place: Place; on: string; onTask(task: VisitTask): void }) {
  const [problem, setProblem] = useState<string | null>(null)
  async function sayNo() {
    const failure = await send('places.edit', { id: place.id, changes: { nextOn: null } })
    setProblem(failure)
    const { proposedOn, nextWhat: what, nextBring: bring } = place
    if (failure === null) onTask({ kind: 'next', proposedOn, what, bring })
  }
  return (
    <div>
      <p>{t('places.next.didYouGo', { on })}</p>
      <div className={shared.buttons}>
        <Button size="sm" onClick={() => onTask({ kind: 'log', on })}>
          {t('places.next.didGo')}
        </Button>
        <Button size="sm" variant="default" onClick={() => void sayNo()}>
          {t('places.next.didNotGo')}
        </Button>
      </div>
      <Refusal words={problem} className={`${shared.problem} ${shared.below}`} />
    </div>
  )
}

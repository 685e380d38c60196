// One place: what comes next and what to bring, our visits so far, and who of ours goes there.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Place } from '../../../shared/contract/places.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { useApp } from '../../app/app.store.ts'
import { usualKinds } from '../../features/places/place-kinds.ts'
import { VisitDialog, type VisitTask } from '../../features/places/VisitDialog.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import shared from '../../ui/shared.module.css'
import { NextOccasion } from './NextOccasion.tsx'
import { PlacePeople } from './PlacePeople.tsx'
import classes from './PlaceScreen.module.css'
import { PlaceVisits } from './PlaceVisits.tsx'

const visitsAtOnce = 20
const mostVisits = 2000

export function PlaceScreen({ id }: { id: number }) {
  const [older, setOlder] = useState({ id, visits: visitsAtOnce })
  const visits = older.id === id ? older.visits : visitsAtOnce
  const { value: place, error } = useLoaded('places.get', { id, visits }, { keepsBefore: true })
  const goTo = useApp((state) => state.goTo)
  const [task, setTask] = useState<VisitTask | null>(null)
  if (error) {
    const toPlaces = () => goTo({ name: 'people', tab: 'places' })
    return (
      <div className={classes.page}>
        <EmptyState
          title={t('places.page.notThere')}
          actions={<Button onClick={toPlaces}>{t('places.page.toPlaces')}</Button>}
        >
          {sayError(error)}
        </EmptyState>
      </div>
    )
  }
  if (place?.id !== id) return <div aria-busy className={classes.page} />
  return (
    <article className={classes.page} aria-labelledby="place-name">
      <Head key={`head-${id}`} place={place} onVisit={() => setTask({ kind: 'log', on: null })} />
      <div className={classes.columns}>
        <div>
          <NextOccasion key={`next-${id}`} place={place} onTask={setTask} />
          <PlaceVisits
            place={place}
            onCorrect={(visit) => setTask({ kind: 'correct', visit })}
            onOlder={() => setOlder({ id, visits: Math.min(mostVisits, visits * 5) })}
          />
        </div>
        <aside>
          <PlacePeople key={`people-${id}`} place={place} />
          <Note key={`note-${id}`} place={place} />
          <Remove key={`remove-${id}`} place={place} />
        </aside>
      </div>
      {task && <VisitDialog place={place} task={task} onNext={setTask} onClose={() => setTask(null)} />}
    </article>
  )
}

function Head({ place, onVisit }: { place: Place; onVisit(): void }) {
  const goTo = useApp((state) => state.goTo)
  return (
    <header className={classes.head}>
      <div className={shared.shrink}>
        <button
          type="button"
          className={`${shared.link} ${shared.small}`}
          onClick={() => goTo({ name: 'people', tab: 'places' })}
        >
          {t('places.title')}
        </button>
        <h1 id="place-name" className={classes.name}>
          <EditInPlace
            label={t('places.add.name')}
            value={place.name}
            placeholder={t('places.add.name')}
            onSave={(name) => send('places.edit', { id: place.id, changes: { name } })}
          />
        </h1>
        <div className={`${shared.quiet} ${shared.below}`}>
          <EditInPlace
            label={t('places.kind')}
            value={place.kind}
            placeholder={t('places.kindHint')}
            suggestions={usualKinds()}
            onSave={(kind) => send('places.edit', { id: place.id, changes: { kind } })}
          />
        </div>
      </div>
      <Button onClick={onVisit}>{t('places.page.log')}</Button>
    </header>
  )
}

function Note({ place }: { place: Place }) {
  return (
    <section className={shared.section}>
      <h2 className={shared.caption}>{t('places.page.note')}</h2>
      <EditInPlace
        label={t('places.page.note')}
        value={place.note}
        placeholder={t('places.page.noteHint')}
        multiline
        onSave={(note) => send('places.edit', { id: place.id, changes: { note } })}
      />
    </section>
  )
}

function Remove({ place }: { place: Place }) {
  const goTo = useApp((state) => state.goTo)
  const [problem, setProblem] = useState<string | null>(null)
  async function remove() {
    const failure = await send('places.remove', { id: place.id })
    if (failure === null) goTo({ name: 'people', tab: 'places' })
    else setProblem(failure)
  }
  return (
    <>
      <Button variant="subtle" size="compact-md" className={classes.remove} onClick={() => void remove()}>
        {t('places.page.remove')}
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </>
  )
}

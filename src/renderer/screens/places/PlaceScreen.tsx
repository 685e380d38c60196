// One place: what comes next and what to bring, our visits so far, and who of ours goes there.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Place } from '../../../shared/contract/places.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import { usePlace } from '../../features/places/place.store.ts'
import { editPlace, removePlace } from '../../features/places/place-actions.ts'
import { usualKinds } from '../../features/places/place-kinds.ts'
import { VisitDialog, type VisitTask } from '../../features/places/VisitDialog.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import shared from '../../ui/shared.module.css'
import { NextOccasion } from './NextOccasion.tsx'
import { PlacePeople } from './PlacePeople.tsx'
import classes from './PlaceScreen.module.css'
import { PlaceVisits } from './PlaceVisits.tsx'

export function PlaceScreen({ id }: { id: number }) {
  const { status, place, error, open } = usePlace()
  const goTo = useApp((state) => state.goTo)
  const [task, setTask] = useState<VisitTask | null>(null)
  useEffect(() => open(id), [open, id])
  if (status === 'failed' && error) {
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
          <PlaceVisits place={place} onCorrect={(visit) => setTask({ kind: 'correct', visit })} />
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
            onSave={(name) => editPlace(place.id, { name })}
          />
        </h1>
        <div className={`${shared.quiet} ${shared.below}`}>
          <EditInPlace
            label={t('places.kind')}
            value={place.kind}
            placeholder={t('places.kindHint')}
            suggestions={usualKinds()}
            onSave={(kind) => editPlace(place.id, { kind })}
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
        onSave={(note) => editPlace(place.id, { note })}
      />
    </section>
  )
}

function Remove({ place }: { place: Place }) {
  const goTo = useApp((state) => state.goTo)
  const [problem, setProblem] = useState<string | null>(null)
  async function remove() {
    const failure = await removePlace(place.id)
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

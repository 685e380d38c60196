// A person's page: who they are, what passed between us with the box that logs more, and what comes next.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Person } from '../../../shared/contract/people.ts'
import type { CallError } from '../../../shared/errors.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { loading, useLoaded } from '../../api/queries.ts'
import { useApp } from '../../app/app.store.ts'
import { useToday, useWording } from '../../app/use-start.ts'
import { LeaveDialog } from '../../features/focus-list/LeaveDialog.tsx'
import { PersonProposal } from '../../features/focus-list/PersonProposal.tsx'
import { recordOf } from '../../features/people/person-record.ts'
import { NamedFriendFields } from '../../features/referrals/NamedFriendFields.tsx'
import { LogBox, type MayLeaveAs } from '../../features/touches/LogBox.tsx'
import { NextSteps } from '../../features/touches/NextSteps.tsx'
import { TouchTimeline } from '../../features/touches/TouchTimeline.tsx'
import { loadTimelineAhead } from '../../features/touches/use-timeline.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PersonAside } from './PersonAside.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { PersonHeader } from './PersonHeader.tsx'
import classes from './PersonScreen.module.css'
import { useNeighbours } from './use-neighbours.ts'

interface PersonScreenProps {
  id: number
  /** The list they were opened from, in its order. */
  among: number[]
  /** The list is being called through: the log box takes the first key. */
  isCalling: boolean
}

export function PersonScreen({ id, among, isCalling }: PersonScreenProps) {
  const { value: person, error } = useLoaded('people.get', { id })
  // The same object as long as nothing in it changes.
  const { data: record } = useQuery({ ...loading('people.get', { id }), select: recordOf })
  // Both at once: the page and its timeline are painted in one frame.
  useEffect(() => {
    loadTimelineAhead(id)
  }, [id])
  const wording = useWording()
  const neighbours = useNeighbours(id, among)
  const goTo = useApp((app) => app.goTo)
  const shownId = person?.id ?? id
  // The number of somebody who was merged leads to whom they became.
  useEffect(() => {
    if (shownId !== id) goTo({ name: 'person', id: shownId, among })
  }, [shownId, id, among, goTo])

  if (error) return <NotShown error={error} />
  if (!person || !record || shownId !== id) return <div aria-busy className={classes.page} />
  return (
    <article key={wording} className={classes.page} aria-labelledby="person-name">
      <PersonHeader
        key={`head-${id}`}
        person={person}
        record={record}
        among={among}
        neighbours={neighbours}
      />
      <div className={classes.columns}>
        <div className={classes.facts}>
          <PersonFacts key={`facts-${id}`} person={record} />
        </div>
        <Middle key={`middle-${id}`} person={person} isCalling={isCalling} />
        <div className={classes.steps}>
          <NextSteps
            key={`steps-${id}`}
            personId={id}
            name={personName({ name: person.name, firm: person.firm?.name ?? '' })}
            steps={person.nextSteps}
          />
          {person.focus && <PersonProposal key={`proposal-${id}`} personId={id} />}
        </div>
        <div className={classes.aside}>
          <PersonAside key={`aside-${id}`} person={record} gives={person.gives} asks={person.asks} />
        </div>
      </div>
    </article>
  )
}

function Middle({ person, isCalling }: { person: Person; isCalling: boolean }) {
  const today = useToday()
  const [leaveAs, setLeaveAs] = useState<MayLeaveAs>(null)
  const { nextSteps } = person
  // The same list as long as none of it changes: the log box is drawn anew only for what concerns it.
  const dueSteps = useMemo(() => nextSteps.filter((step) => step.dueOn <= today), [nextSteps, today])
  const named = { id: person.id, name: person.name, firm: person.firm?.name ?? '' }
  return (
    <div className={classes.middle}>
      {person.deletedAt === null && (
        <LogBox
          personId={person.id}
          dueSteps={dueSteps}
          FriendFields={NamedFriendFields}
          tryBy={person.bestChannel || undefined}
          {...(isCalling ? { focus: 'how' as const } : {})}
          onLogged={setLeaveAs}
        />
      )}
      <TouchTimeline person={person} />
      {leaveAs && <LeaveDialog person={named} as={leaveAs} onClose={() => setLeaveAs(null)} />}
    </div>
  )
}

/** In place of a page that is not there, or waits until the owner has said under Backup what is right. */
function NotShown({ error }: { error: CallError }) {
  const goTo = useApp((state) => state.goTo)
  const isInDoubt = error.code === 'rows-damaged'
  return (
    <div className={classes.notThere}>
      <EmptyState
        title={t(isInDoubt ? 'people.person.inDoubt' : 'people.person.notThere')}
        actions={
          <Button onClick={() => goTo({ name: isInDoubt ? 'backup' : 'people' })}>
            {t(isInDoubt ? 'people.person.toBackup' : 'people.person.toPeople')}
          </Button>
        }
      >
        {sayError(error)}
      </EmptyState>
    </div>
  )
}

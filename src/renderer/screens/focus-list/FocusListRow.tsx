// One prospect: who, the reason to see them now, how far along, what is next, and the ways to pin or leave.
import { ActionIcon, Menu } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { FocusRow, Proposal } from '../../../shared/contract/focus-list.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { sayStanding } from '../../../shared/messages/standing-words.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { useToday } from '../../app/use-start.ts'
import { ChannelWords } from '../../features/focus-list/ChannelWords.tsx'
import { LeaveDialog } from '../../features/focus-list/LeaveDialog.tsx'
import { LeaveMenuItems } from '../../features/focus-list/LeaveMenuItems.tsx'
import type { LeaveKind } from '../../features/focus-list/leaving.ts'
import { NotNowDialog } from '../../features/focus-list/NotNowDialog.tsx'
import { ProposalLine } from '../../features/focus-list/ProposalLine.tsx'
import { WhyAboveAnswer, WhyAboveButton } from '../../features/focus-list/WhyAbove.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import shared from '../../ui/shared.module.css'
import { TouchRing } from '../../ui/TouchRing.tsx'
import classes from './FocusListScreen.module.css'

interface FocusListRowProps {
  row: FocusRow
  touchGoal: number
  /** The whole list in its order, so that it can be called through. */
  among: number[]
  /** What is proposed for them, if anything. */
  proposal: Proposal | null
}

export function FocusListRow({ row, touchGoal, among, proposal }: FocusListRowProps) {
  const [leaveAs, setLeaveAs] = useState<LeaveKind | null>(null)
  const [asking, setAsking] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const today = useToday()
  const { above, nextStep } = row
  const nextName = above && personName(above)
  const standing = sayStanding(row.standing)
  const name = personName(row)
  const whyNow = (
    <EditInPlace
      label={t('focusList.whyNow')}
      value={row.whyNow}
      placeholder={t('focusList.whyNowPlaceholder')}
      onSave={(text) => send('focusList.setWhyNow', { personId: row.personId, whyNow: text })}
    />
  )

  function handleKey(event: KeyboardEvent) {
    if (event.key.toLowerCase() !== 'y' || event.ctrlKey || event.metaKey || event.altKey) return
    // Keys of a menu or a field are their own.
    if (!event.currentTarget.contains(event.target as Node) || event.target instanceof HTMLInputElement)
      return
    if (above) setAsking(!asking)
  }

  return (
    <li className={classes.row} onKeyDown={handleKey}>
      <div className={classes.ring}>
        {!row.bought && (
          <TouchRing
            count={row.touches}
            goal={touchGoal}
            caption={t('focusList.ringCaption', { goal: touchGoal })}
            label={t('focusList.ringLabel', { count: row.touches, goal: touchGoal })}
          />
        )}
      </div>
      <div>
        <p>
          <PersonLink id={row.personId} among={among} className={`${shared.name} ${classes.name}`}>
            {name}
          </PersonLink>
          {row.name && row.firm && <span className={shared.after}>{row.firm}</span>}
          {standing && <span className={shared.after}>{standing}</span>}
          {row.pinned && <span className={classes.pin}>{t('focusList.pinned')}</span>}
        </p>
        {row.reasons.map((reason) =>
          reason.key === 'focusList.reasons.whyNow' ? null : (
            <p key={say(reason)} className={shared.wrap}>
              {say(reason)}
            </p>
          ),
        )}
        {row.whyNow !== '' && <div className={classes.why}>{whyNow}</div>}
        <p className={shared.note}>{sayStand(row, today)}</p>
        {proposal && <ProposalLine proposal={proposal} />}
        <div className={classes.asks} data-open={asking || undefined}>
          {row.whyNow === '' && whyNow}
          {nextName && <WhyAboveButton name={nextName} open={asking} onToggle={() => setAsking(!asking)} />}
          <WhyAboveAnswer words={asking && above ? sayOrder(name, above) : ''} />
        </div>
      </div>
      <div className={classes.side}>
        <p className={shared.quiet}>
          {nextStep ? <NextStep on={nextStep.dueOn} today={today} /> : t('focusList.noNext')}
        </p>
        <ChannelWords channel={row.channel} />
        <p className={shared.quiet}>{t('focusList.known', { count: row.answered })}</p>
      </div>
      <RowMenu
        row={row}
        onAsk={() => setAsking(true)}
        onNotNow={() => setWaiting(true)}
        onLeave={setLeaveAs}
      />
      {waiting && <NotNowDialog personId={row.personId} name={name} onClose={() => setWaiting(false)} />}
      {leaveAs && (
        <LeaveDialog
          person={{ id: row.personId, name: row.name, firm: row.firm }}
          as={leaveAs}
          onClose={() => setLeaveAs(null)}
        />
      )}
    </li>
  )
}

/** Where it stands, and for who is at rest when their turn comes. */
function sayStand(row: FocusRow, today: string): string {
  const state = say(row.state)
  if (row.putOffUntil !== null && row.putOffUntil > today)
    return `${state}; ${t('focusList.putOff.waits', { on: row.putOffUntil })}`
  if (row.group !== 'rest' || row.turnOn === null || row.turnOn <= today) return state
  return `${state}; ${t('focusList.order.restUntil', { on: row.turnOn })}`
}

/** "Nora: promised for Fri 27 Nov. Jim: their turn, nothing since 3 Nov." */
const sayOrder = (aboveName: string, { why, ...below }: NonNullable<FocusRow['above']>) =>
  t('focusList.order.answer', {
    aboveName,
    above: say(why.above),
    belowName: personName(below),
    below: say(why.below),
  })

interface RowMenuProps {
  row: FocusRow
  onAsk(): void
  onNotNow(): void
  onLeave(as: LeaveKind): void
}

function RowMenu({ row, onAsk, onNotNow, onLeave }: RowMenuProps) {
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('focusList.menu.label', { name: personName(row) })}
        >
          <Dots />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => void send('focusList.pin', { personId: row.personId, pinned: !row.pinned })}
        >
          {row.pinned ? t('focusList.unpin') : t('focusList.pin')}
        </Menu.Item>
        <Menu.Item onClick={onNotNow}>{t('focusList.putOff.open')}</Menu.Item>
        {row.putOffUntil !== null && (
          <Menu.Item
            onClick={() => void send('focusList.putOffTurn', { personId: row.personId, until: null })}
          >
            {t('focusList.putOff.back')}
          </Menu.Item>
        )}
        {row.above && (
          <Menu.Item onClick={onAsk}>{t('focusList.order.ask', { name: personName(row.above) })}</Menu.Item>
        )}
        <Menu.Divider />
        <LeaveMenuItems onChoose={onLeave} />
      </Menu.Dropdown>
    </Menu>
  )
}

function NextStep({ on, today }: { on: string; today: string }) {
  if (on < today) return t('focusList.dueSince', { on, today })
  return (
    <>
      {t('focusList.next')}{' '}
      <span className={shared.ink}>
        {on === today ? t('focusList.nextToday') : t('focusList.nextOn', { on, today })}
      </span>
    </>
  )
}

function Dots() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="currentColor">
      <circle cx="4" cy="10" r="1.7" />
      <circle cx="10" cy="10" r="1.7" />
      <circle cx="16" cy="10" r="1.7" />
    </svg>
  )
}

// Why people leave: how they left by quarter, the reasons, and who got the work; every number opens its people.
import { type ReactNode, useState } from 'react'
import type { Leaver } from '../../../shared/contract/focus-list.ts'
import { formatMonths } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { addDays } from '../../../shared/rules/days/days.ts'
import {
  fewestToTell,
  type Group,
  groupByWords,
  type LeftAs,
  splitByQuarter,
} from '../../../shared/rules/focus-list/leaving-reasons.ts'
import { useToday } from '../../app/use-start.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import shared from '../../ui/shared.module.css'
import { LeaverList } from './LeaverList.tsx'
import classes from './WhoLeftTab.module.css'

const kinds: LeftAs[] = ['won', 'lost', 'parked', 'dropped', 'never']
const reasonKinds = ['lost', 'dropped', 'parked', 'never'] as const
const quartersShown = 4

/** Which number is open: one in all, so that the page stays calm. */
type Opened = { id: string; leavers: Leaver[] } | null

export function WhoLeftTab({ leavers }: { leavers: Leaver[] }) {
  const [opened, setOpened] = useState<Opened>(null)
  if (leavers.length === 0) {
    return <EmptyState title={t('focusList.left.empty.title')}>{t('focusList.left.empty.words')}</EmptyState>
  }
  const common = { opened, onOpen: setOpened }
  const of = (as: LeftAs) => leavers.filter((leaver) => leaver.as === as)
  return (
    <div className={classes.page}>
      {leavers.length < fewestToTell && (
        <p className={shared.quiet}>{t('focusList.left.tooEarly', { fewest: fewestToTell })}</p>
      )}
      <QuarterTable leavers={leavers} {...common} />
      {reasonKinds.map((as) => (
        <ReasonTable
          key={as}
          id={as}
          title={t(`focusList.left.why.${as}`)}
          leavers={of(as)}
          wordsOf={(leaver) => leaver.reason}
          {...common}
        />
      ))}
      <ReasonTable
        id="to"
        title={t('focusList.left.lostTo')}
        leavers={of('lost')}
        wordsOf={(leaver) => leaver.lostTo}
        {...common}
      />
    </div>
  )
}

interface TableProps {
  leavers: Leaver[]
  opened: Opened
  onOpen(opened: Opened): void
}

function QuarterTable({ leavers, opened, onOpen }: TableProps) {
  const today = useToday()
  const quarters = splitByQuarter(leavers, today, quartersShown).map((quarter) => ({
    name: formatMonths(quarter.from, addDays(quarter.from, 80)),
    leavers: quarter.leavers,
  }))
  const columns = [...quarters, { name: t('focusList.left.inAll'), leavers }]
  const rows = [
    ...kinds.map((as) => ({
      id: as,
      what: t(`focusList.left.kinds.${as}`),
      has: (leaver: Leaver) => leaver.as === as,
    })),
    { id: 'all', what: t('focusList.left.all'), has: () => true },
  ]
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('focusList.left.how')}</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col" className={classes.number}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, what, has }) => (
          <RowWithPeople key={id} id={`${id} `} opened={opened} columns={columns.length + 1}>
            <th scope="row">{what}</th>
            {columns.map(({ name, leavers: inColumn }, at) => {
              const counted = inColumn.filter(has)
              const isShare = at === quartersShown && id !== 'all'
              const shown = isShare
                ? t('focusList.left.ofAll', { count: counted.length, total: inColumn.length })
                : String(counted.length)
              return (
                <td key={name} className={classes.number}>
                  <Opener
                    id={`${id} ${at}`}
                    leavers={counted}
                    label={t('focusList.left.numberLabel', { what, when: name, shown })}
                    opened={opened}
                    onOpen={onOpen}
                  >
                    {shown}
                  </Opener>
                </td>
              )
            })}
          </RowWithPeople>
        ))}
      </tbody>
    </table>
  )
}

interface ReasonTableProps extends TableProps {
  id: string
  title: string
  wordsOf(leaver: Leaver): string
}

function ReasonTable({ id, title, leavers, wordsOf, opened, onOpen }: ReasonTableProps) {
  if (leavers.length === 0) return null
  const total = leavers.length
  const tells = total >= fewestToTell
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className={classes.number}>
            {t('focusList.left.people')}
          </th>
          <th scope="col" className={classes.share}>
            {tells ? t('focusList.left.share') : t('focusList.left.tooFew')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groupByWords(leavers, wordsOf).map((group) => (
          <RowWithPeople key={group.words} id={`${id} ${group.words}`} opened={opened} columns={3}>
            <th scope="row">{group.words || t('focusList.left.noWords')}</th>
            <td className={classes.number}>
              <Opener
                id={`${id} ${group.words}`}
                leavers={group.leavers}
                label={t('focusList.left.shareLabel', {
                  words: group.words || t('focusList.left.noWords'),
                  count: group.leavers.length,
                  total,
                })}
                opened={opened}
                onOpen={onOpen}
              >
                {t('focusList.left.ofAll', { count: group.leavers.length, total })}
              </Opener>
            </td>
            <td>{tells && <Bar group={group} total={total} />}</td>
          </RowWithPeople>
        ))}
      </tbody>
    </table>
  )
}

function Bar({ group, total }: { group: Group<Leaver>; total: number }) {
  return (
    <svg className={classes.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width={(100 * group.leavers.length) / total} height="8" />
    </svg>
  )
}

interface OpenerProps {
  id: string
  leavers: Leaver[]
  label: string
  opened: Opened
  onOpen(opened: Opened): void
  children: ReactNode
}

/** A number; there is nobody behind a nought. */
function Opener({ id, leavers, label, opened, onOpen, children }: OpenerProps) {
  if (leavers.length === 0) return <span className={shared.quiet}>{children}</span>
  const isOpen = opened?.id === id
  return (
    <button
      type="button"
      className={`${shared.link} ${classes.opener}`}
      aria-label={label}
      aria-expanded={isOpen}
      onClick={() => onOpen(isOpen ? null : { id, leavers })}
    >
      {children}
    </button>
  )
}

interface RowWithPeopleProps {
  /** What the ids of its numbers begin with. */
  id: string
  opened: Opened
  columns: number
  children: ReactNode
}

function RowWithPeople({ id, opened, columns, children }: RowWithPeopleProps) {
  return (
    <>
      <tr>{children}</tr>
      {opened?.id.startsWith(id) && (
        <tr>
          <td colSpan={columns} className={classes.people}>
            <LeaverList leavers={opened.leavers} />
          </td>
        </tr>
      )}
    </>
  )
}

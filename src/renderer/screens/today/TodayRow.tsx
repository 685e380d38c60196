// One person of Today: who, why now, the best channel; selected, the five letters that log a touch.
import type { TodayRow as Row } from '../../../shared/contract/today.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { howWord } from '../../../shared/messages/touch-words.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { type How, howLetters, type Outcome } from '../../../shared/rules/touches/touch-kinds.ts'
import { ChannelWords } from '../../features/focus-list/ChannelWords.tsx'
import { NamedFriendFields } from '../../features/referrals/NamedFriendFields.tsx'
import { RowReasons } from '../../features/today/RowReasons.tsx'
import { LogBox, type MayLeaveAs } from '../../features/touches/LogBox.tsx'
import shared from '../../ui/shared.module.css'
import { InquiryAnswers } from './InquiryAnswers.tsx'
import classes from './TodayScreen.module.css'

/** What is logged in a row: how it went, and what came of it where a key said so. */
export interface Logging {
  how: How
  outcome?: Outcome
}

interface TodayRowProps {
  row: Row
  /** The first of its group says which it is. */
  first: boolean
  selected: boolean
  /** What is being logged in this row, if anything. */
  logging: Logging | null
  onSelect(): void
  onOpen(): void
  onLog(logging: Logging | null): void
  /** Null when they cannot wait. */
  onNotNow: (() => void) | null
  onLogged(mayLeaveAs: MayLeaveAs): void
}

export function TodayRow(props: TodayRowProps) {
  const { row, first, selected, logging, onSelect, onOpen, onLog, onNotNow, onLogged } = props
  // A click on the name opens the person; were it to select first, the rows would move away under the pointer.
  const selectByKey = (event: { currentTarget: HTMLElement }) => {
    if (event.currentTarget.matches(':focus-visible')) onSelect()
  }
  return (
    <li className={classes.row} data-selected={selected || undefined} aria-current={selected || undefined}>
      {/* The name is the row's own button; a click anywhere in it is a shortcut for the pointer. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keyboards select with the arrows */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keyboards select with the arrows */}
      <div className={classes.line} onClick={onSelect}>
        <span className={classes.group}>{first && t(`today.groups.${row.group}`)}</span>
        <div className={shared.wrap}>
          <p className={classes.who}>
            <button
              type="button"
              className={`${shared.name} ${classes.name}`}
              onFocus={selectByKey}
              onClick={onOpen}
            >
              {personName(row)}
            </button>
          </p>
          {row.name && row.firm && <p className={shared.note}>{row.firm}</p>}
          {!row.onFocusList && <p className={shared.note}>{t('today.offList')}</p>}
        </div>
        <div className={shared.wrap}>
          <RowReasons row={row} />
          <p className={shared.note}>{sayState(row)}</p>
          {selected && row.inquiryId !== null && (
            <InquiryAnswers row={row} inquiryId={row.inquiryId} onAnswer={() => onLog({ how: 'message' })} />
          )}
        </div>
        <div className={classes.channel}>
          {row.at && <p className={shared.strong}>{t('today.at', { time: row.at })}</p>}
          <ChannelWords channel={row.channel} />
        </div>
      </div>
      {selected && logging === null && (
        <div className={classes.letters}>
          {Object.entries(howLetters).map(([letter, how]) => (
            <button key={letter} type="button" className={shared.key} onClick={() => onLog({ how })}>
              <b>{letter.toUpperCase()}</b> {howWord(how)}
            </button>
          ))}
          {onNotNow && (
            <button type="button" className={shared.key} onClick={onNotNow}>
              <b>Z</b> {t('focusList.putOff.open')}
            </button>
          )}
        </div>
      )}
      {logging !== null && (
        <div className={classes.log} data-log-box>
          <LogBox
            key={`${logging.how} ${logging.outcome}`}
            personId={row.personId}
            dueSteps={row.dueSteps}
            FriendFields={NamedFriendFields}
            how={logging.how}
            outcome={logging.outcome}
            tryBy={row.channel?.channel}
            focus="note"
            onCancel={() => onLog(null)}
            onLogged={onLogged}
          />
        </div>
      )}
      <span className={shared.heard}>{selected ? t('today.keys') : ''}</span>
    </li>
  )
}

/** "Tried twice, last on Tue 24 Nov; this time by text". */
function sayState({ state, way }: Row): string {
  return way ? `${say(state)}; ${say(way)}` : say(state)
}

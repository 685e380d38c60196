// One person of Today: who, why now, the best channel; selected, the five letters that log a touch.
import type { TodayRow as Row } from '../../../shared/contract/today.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { howWord } from '../../../shared/messages/touch-words.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { type How, howLetters } from '../../../shared/rules/touches/touch-kinds.ts'
import { ChannelWords } from '../../features/focus-list/ChannelWords.tsx'
import { NamedFriendFields } from '../../features/referrals/NamedFriendFields.tsx'
import { LogBox, type MayLeaveAs } from '../../features/touches/LogBox.tsx'
import shared from '../../ui/shared.module.css'
import classes from './TodayScreen.module.css'

interface TodayRowProps {
  row: Row
  selected: boolean
  /** The kind of touch being logged in this row, if any. */
  logging: How | null
  onSelect(): void
  onOpen(): void
  onLog(how: How | null): void
  onLogged(mayLeaveAs: MayLeaveAs): void
}

export function TodayRow({ row, selected, logging, onSelect, onOpen, onLog, onLogged }: TodayRowProps) {
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
        <div>
          <p className={`${shared.wrap} ${classes.who}`}>
            <button
              type="button"
              className={`${shared.name} ${classes.name}`}
              onFocus={selectByKey}
              onClick={onOpen}
            >
              {personName(row)}
            </button>
            {row.name && row.firm && <span className={classes.firm}>{row.firm}</span>}
          </p>
          <p className={shared.wrap}>{say(row.reason)}</p>
        </div>
        <div className={classes.channel}>
          {row.at && <p className={shared.strong}>{t('today.at', { time: row.at })}</p>}
          <ChannelWords channel={row.channel} />
        </div>
      </div>
      {selected && logging === null && (
        <div className={classes.letters}>
          {Object.entries(howLetters).map(([letter, how]) => (
            <button key={letter} type="button" className={shared.key} onClick={() => onLog(how)}>
              <b>{letter.toUpperCase()}</b> {howWord(how)}
            </button>
          ))}
        </div>
      )}
      {logging !== null && (
        <div className={classes.log} data-log-box>
          <LogBox
            key={logging}
            personId={row.personId}
            dueSteps={row.dueSteps}
            FriendFields={NamedFriendFields}
            how={logging}
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

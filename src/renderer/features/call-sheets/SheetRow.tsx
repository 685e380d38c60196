// One planned row: its number on paper, who, why, what to bring and to learn, and the buttons that move it.
import { ActionIcon } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { CallSheetRow } from '../../../shared/contract/call-sheets.ts'
import type { CallInput } from '../../../shared/contract/index.ts'
import { say, sayName, t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import shared from '../../ui/shared.module.css'
import classes from './SheetRow.module.css'

interface SheetRowProps {
  row: CallSheetRow
  /** Counted from 1, without gaps; the number on paper is the row's own. */
  place: number
  of: number
  /** Everyone on the sheet, for going through them on their pages. */
  among: number[]
  onKeyDown(event: KeyboardEvent): void
  onMove(to: number): void
  onRemove(): void
}

export function SheetRow({ row, place, of, among, onKeyDown, onMove, onRemove }: SheetRowProps) {
  const name = sayName(row.name)
  return (
    <li className={classes.row} data-row={row.id} onKeyDown={onKeyDown}>
      <span className={classes.number}>{row.position}</span>
      <div className={classes.words}>
        <p className={shared.wrap}>
          <PersonLink id={row.personId} among={among} className={`${shared.name} ${shared.wrap}`}>
            {name}
          </PersonLink>
          {row.firm !== '' && <span className={`${shared.note} ${shared.wrap}`}> {row.firm}</span>}
        </p>
        <RowWords row={row} />
      </div>
      <div className={classes.buttons}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          disabled={place === 1}
          aria-label={t('callSheets.moveUp', { name })}
          aria-keyshortcuts="Alt+ArrowUp"
          onClick={() => onMove(place - 1)}
        >
          ↑
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          disabled={place === of}
          aria-label={t('callSheets.moveDown', { name })}
          aria-keyshortcuts="Alt+ArrowDown"
          onClick={() => onMove(place + 1)}
        >
          ↓
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('callSheets.takeOff', { name })}
          onClick={onRemove}
        >
          ×
        </ActionIcon>
      </div>
    </li>
  )
}

/** Where there is room on paper for something useful to them. */
const printsBring: CallSheetRow['section'][] = ['call', 'greet']

function RowWords({ row }: { row: CallSheetRow }) {
  const change = (changes: Omit<CallInput<'callSheets.changeRow'>, 'id'>) =>
    send('callSheets.changeRow', { id: row.id, ...changes })
  return (
    <>
      <div className={classes.reason} data-promised={row.promised}>
        <EditInPlace
          label={t('callSheets.reason')}
          value={row.reason}
          placeholder={t('callSheets.reasonPlaceholder')}
          onSave={(reason) => change({ reason })}
        />
      </div>
      <div className={classes.extras}>
        <span className={`${shared.note} ${shared.wrap}`}>
          {[row.channel, ...row.history.map(say)].filter((part) => part !== '').join(' · ')}
        </span>
        {printsBring.includes(row.section) && (
          <EditInPlace
            label={t('callSheets.bringLabel')}
            value={row.bring}
            shown={row.bring === '' ? '' : t('callSheets.bring', { bring: row.bring })}
            placeholder={t('callSheets.bringPlaceholder')}
            onSave={(bring) => change({ bring })}
          />
        )}
        {row.section === 'call' && (
          <EditInPlace
            label={t('callSheets.learnLabel')}
            value={row.learn}
            shown={
              row.learn === ''
                ? ''
                : t(row.asksOwn ? 'callSheets.askOwn' : 'callSheets.learn', { learn: row.learn })
            }
            placeholder={t('callSheets.learnPlaceholder')}
            onSave={(learn) => change({ learn })}
          />
        )}
        {row.keepsNote && (
          <span className={`${shared.note} ${shared.wrap}`}>{t('callSheets.keepsNote')}</span>
        )}
      </div>
    </>
  )
}

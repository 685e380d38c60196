// Who stood on two sheets and came back blank both times: nobody is rolled over again unasked.
import { Button, Group } from '@mantine/core'
import type { CallSheetPage } from '../../../shared/contract/call-sheets.ts'
import { sayName, t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import classes from './BlankTwice.module.css'
import { changeSheet, useCallSheets } from './call-sheets.store.ts'

export function BlankTwice({ rows }: { rows: CallSheetPage['blankTwice'] }) {
  const { week, addPerson } = useCallSheets()
  const letGo = (personId: number) =>
    changeSheet('callSheets.letGo', { uid: crypto.randomUUID(), week, personId })
  if (rows.length === 0) return null
  return (
    <section className={`${shared.washed} ${shared.section}`} aria-label={t('callSheets.blankTwice')}>
      <h2 className={shared.subtitle}>{t('callSheets.blankTwice')}</h2>
      <ul>
        {rows.map(({ personId, name, firm, reason }) => (
          <li key={personId} className={classes.row}>
            <p className={classes.words}>
              <b>{sayName(name)}</b> {firm !== '' && <span>{firm}</span>}
              <br />
              <span className={shared.note}>{reason}</span>
            </p>
            <Group gap="xs">
              <Button
                size="sm"
                variant="default"
                aria-label={t('callSheets.putOnAgainWho', { name })}
                onClick={() => void addPerson(personId, 'call')}
              >
                {t('callSheets.putOnAgain')}
              </Button>
              <Button
                size="sm"
                variant="subtle"
                aria-label={t('callSheets.leaveOffWho', { name })}
                onClick={() => void letGo(personId)}
              >
                {t('callSheets.leaveOff')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  )
}

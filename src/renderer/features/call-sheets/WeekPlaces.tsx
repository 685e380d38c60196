// Where to be this week, as the back of the sheet prints it; what the owner will not go to comes off.
import { ActionIcon, Title } from '@mantine/core'
import type { CallSheet } from '../../../shared/contract/call-sheets.ts'
import { t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import { changeSheet } from './call-sheets.store.ts'
import row from './SheetRow.module.css'
import classes from './SheetRows.module.css'

export function WeekPlaces({ places }: { places: CallSheet['places'] }) {
  if (places.length === 0) return null
  return (
    <section aria-label={t('callSheets.sections.place')}>
      <Title order={2} className={classes.heading}>
        {t('callSheets.sections.place')}
      </Title>
      <ul className={shared.ruled}>
        {places.map((place) => (
          <li key={place.id} className={row.row}>
            <span />
            <p className={shared.wrap}>{place.words}</p>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={t('callSheets.takeOff', { name: place.words })}
              onClick={() => void changeSheet('callSheets.removePlace', { id: place.id })}
            >
              ×
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  )
}

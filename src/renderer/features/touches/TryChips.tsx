// How a try was made that nobody answered; it counts how many ways were tried before somebody is parked.
import { t } from '../../../shared/messages/translate.ts'
import { type Channel, tryChannels } from '../../../shared/rules/touches/touch-kinds.ts'
import { Chip } from '../../ui/Chip.tsx'
import shared from '../../ui/shared.module.css'
import classes from './LogBox.module.css'

interface TryChipsProps {
  channel: Channel
  onChoose(channel: Channel): void
}

/** An arrow in the empty note goes through them as well. */
export function TryChips({ channel, onChoose }: TryChipsProps) {
  return (
    <fieldset className={classes.chips} aria-label={t('touches.tryBy.label')}>
      <span className={shared.note}>{t('touches.tryBy.label')}</span>
      {tryChannels.map((one) => (
        <Chip key={one} on={one === channel} onToggle={() => onChoose(one)}>
          {t(`touches.tryBy.${one}`)}
        </Chip>
      ))}
    </fieldset>
  )
}

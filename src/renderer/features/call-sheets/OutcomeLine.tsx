// What the last Propose, Print or Save brought, in words, with the folder a click away.
import { Button } from '@mantine/core'
import { sayError, t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import { type Outcome, useCallSheets } from './call-sheets.store.ts'
import classes from './OutcomeLine.module.css'

export function OutcomeLine() {
  const { outcome, showFolder } = useCallSheets()
  return (
    <div role="status">
      {outcome && (
        <div className={classes.line} data-trouble={outcome.kind === 'refused'}>
          <p className={`${shared.wrap} ${shared.shrink}`}>{sayOutcome(outcome)}</p>
          {outcome.kind === 'saved' && (
            <Button variant="subtle" size="sm" onClick={() => void showFolder()}>
              {t('callSheets.showFolder')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function sayOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'nobody new':
      return t('callSheets.nobodyNew')
    case 'printed':
      return outcome.what === 'friday' ? t('callSheets.review.printed') : t('callSheets.sentToPrinter')
    case 'saved':
      return outcome.noPrinter
        ? t('callSheets.savedForLackOfPrinter', { file: outcome.file })
        : t('callSheets.saved', { file: outcome.file })
    case 'refused':
      return sayError(outcome.error)
  }
}

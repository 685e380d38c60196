// What the last save wrote, and the way back to its lines: typed again, the same row and day corrects.
import { Button } from '@mantine/core'
import type { EnteredSheet } from '../../../shared/contract/type-back.ts'
import { t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import classes from './TypeBack.module.css'
import { useTypeBack } from './type-back.store.ts'

export function SavedLines({ result }: { result: EnteredSheet }) {
  const typeAgain = useTypeBack((state) => state.typeAgain)
  const { touches, attempts, corrected, decided, added, known, noRoom } = result
  const sums = [
    touches > 0 && t('callSheets.typing.saved.touches', { count: touches }),
    attempts > 0 && t('callSheets.typing.saved.attempts', { count: attempts }),
    corrected > 0 && t('callSheets.typing.saved.corrected', { count: corrected }),
    decided > 0 && t('callSheets.typing.saved.decided', { count: decided }),
  ].filter(Boolean)
  return (
    <section
      className={`${shared.washed} ${shared.aboveS4} ${classes.saved}`}
      aria-label={t('callSheets.typing.saved.title')}
    >
      <p>
        <b>{t('callSheets.typing.saved.title')}</b> {sums.join(', ')}.
      </p>
      {added.length > 0 && <p>{t('callSheets.typing.saved.added', { names: added })}</p>}
      {known.length > 0 && <p>{t('callSheets.typing.saved.known', { names: known })}</p>}
      {noRoom.length > 0 && <p>{t('callSheets.typing.saved.noRoom', { names: noRoom })}</p>}
      <Button variant="subtle" size="compact-md" onClick={typeAgain}>
        {t('callSheets.typing.saved.again')}
      </Button>
    </section>
  )
}

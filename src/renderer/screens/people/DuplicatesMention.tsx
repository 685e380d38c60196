// One quiet line over the list of people: how many look as if they were kept twice.
import { useEffect } from 'react'
import { formatNumber } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import { useDuplicates, watchDuplicates } from '../../features/duplicates/duplicates.store.ts'
import shared from '../../ui/shared.module.css'

/** Milliseconds until the list has come to rest: nobody waits for this. */
const restMs = 500

export function DuplicatesMention() {
  const { total, more } = useDuplicates()
  const goTo = useApp((state) => state.goTo)
  useEffect(() => {
    let stop = () => clearTimeout(timer)
    const timer = setTimeout(() => {
      stop = watchDuplicates()
    }, restMs)
    return () => stop()
  }, [])
  if (total === 0) return null
  return (
    <p className={`${shared.note} ${shared.belowS3}`}>
      {more
        ? t('duplicates.mentionMore', { count: formatNumber(total) })
        : t('duplicates.mention', { count: total })}{' '}
      <button
        type="button"
        className={`${shared.link} ${shared.strong}`}
        onClick={() => goTo({ name: 'duplicates' })}
      >
        {t('duplicates.look')}
      </button>
    </p>
  )
}

// One quiet line over the list of people: how many look as if they were kept twice.
import { useEffect, useState } from 'react'
import { formatNumber } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { loading, queryClient, useLoaded } from '../../api/queries.ts'
import { useApp } from '../../app/app.store.ts'
import shared from '../../ui/shared.module.css'

/** Milliseconds until the list has come to rest: nobody waits for this. */
const restMs = 500
const firstPairs = { limit: 50 }

export function DuplicatesMention() {
  // Said at once where it is known already.
  const [isDue, setDue] = useState(
    () => queryClient.getQueryData(loading('duplicates.list', firstPairs).queryKey) !== undefined,
  )
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), restMs)
    return () => clearTimeout(timer)
  }, [])
  const { total, more } = useLoaded('duplicates.list', isDue ? firstPairs : null).value ?? {
    total: 0,
    more: false,
  }
  const goTo = useApp((state) => state.goTo)
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

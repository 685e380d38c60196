// How old the last verified backup is, in words: for the sidebar and the Backup screen.
import { formatTime } from './format.ts'
import { t } from './translate.ts'

/**
 * @param verifiedAt UTC ISO text, null when no backup was ever verified
 * @param now counted in local calendar days, so that "yesterday" is what the owner means by it
 */
export function sayBackupAge(verifiedAt: string | null, now: Date): string {
  if (verifiedAt === null) return t('app.notBackedUp')
  const at = new Date(verifiedAt)
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000)
  if (days <= 0) return t('app.backedUpToday', { time: formatTime(verifiedAt) })
  if (days === 1) return t('app.backedUpYesterday')
  return t('app.backedUp', { count: days })
}

function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
}

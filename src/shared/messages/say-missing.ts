// What a damaged log took away, and what the owner may do about it.
import { formatInstant } from './format.ts'
import { t } from './translate.ts'

export function sayMissing({ count, since }: { count: number; since: string | null }): string {
  return since === null
    ? t('app.notice.missingAll', { count })
    : t('app.notice.missing', { count, since: formatInstant(since, { year: 'numeric' }) })
}

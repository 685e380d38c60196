// On a person's page: thanks they are owed, whom they named, and who named them.
import type { PersonReferrals as Referrals } from '../../../shared/contract/referrals.ts'
import { formatNearDate } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { useToday } from '../../app/use-start.ts'
import shared from '../../ui/shared.module.css'
import classes from './PersonReferrals.module.css'
import { agreedWord, outcomeWord } from './referral-words.ts'
import { ThankButton } from './ThankButton.tsx'
import { WriteName } from './WriteName.tsx'

export function PersonReferrals({ referrals }: { referrals: Referrals }) {
  const today = useToday()
  const { thanks, named, namedBy } = referrals
  const day = (on: string) => formatNearDate(on, today)
  return (
    <div className={shared.stackS3}>
      {thanks && (
        <div className={`${shared.stackS2} ${shared.startAll}`}>
          <p className={classes.owed}>{t('referrals.since', { on: day(thanks.since) })}</p>
          <ThankButton owed={thanks} />
        </div>
      )}
      <ul className={`${shared.stackS2} ${shared.wrap}`}>
        {named.map((given) => (
          <li key={given.id}>
            {t('referrals.person.named')}{' '}
            {given.friend ? (
              <PersonLink id={given.friend.id}>{personName(given.friend)}</PersonLink>
            ) : (
              t('referrals.notWritten')
            )}
            <span className={`${shared.note} ${shared.block}`}>
              {[day(given.namedOn), outcomeWord(given.outcome)].filter(Boolean).join(', ')}
            </span>
            {!given.friend && <WriteName id={given.id} referrerId={given.referrer.id} />}
          </li>
        ))}
        {namedBy.map((given) => (
          <li key={given.id}>
            {t('referrals.person.namedBy')}{' '}
            <PersonLink id={given.referrer.id}>{personName(given.referrer)}</PersonLink>
            <span className={`${shared.note} ${shared.block}`}>
              {[day(given.namedOn), agreedWord(given)].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

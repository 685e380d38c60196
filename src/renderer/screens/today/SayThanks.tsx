// Who is owed a thank you, beside today's list: a few, the oldest first.
import type { ThanksOwed } from '../../../shared/contract/referrals.ts'
import { formatNearDate } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import { isFresh, listFriends } from '../../features/referrals/referral-words.ts'
import { ThankButton } from '../../features/referrals/ThankButton.tsx'
import shared from '../../ui/shared.module.css'
import classes from './TodayScreen.module.css'

const mostShown = 2

export function SayThanks({ thanks, today }: { thanks: readonly ThanksOwed[]; today: string }) {
  const goTo = useApp((state) => state.goTo)
  if (thanks.length === 0) return null
  const others = thanks.length - mostShown
  return (
    <section className={`${shared.stackS4} ${classes.thanks}`} aria-labelledby="say-thanks">
      <h2 id="say-thanks" className={`${shared.heading} ${classes.comingTitle}`}>
        {t('referrals.today.title')}
      </h2>
      {thanks.slice(0, mostShown).map((owed) => (
        <div key={owed.referrer.id} className={`${shared.stackS2} ${shared.startAll} ${classes.thank}`}>
          <p>{sayOwed(owed, today)}</p>
          <ThankButton owed={owed} />
        </div>
      ))}
      {others > 0 && (
        <button
          type="button"
          className={`${shared.link} ${shared.small}`}
          onClick={() => goTo({ name: 'referrals' })}
        >
          {t('referrals.today.more', { count: others })}
        </button>
      )}
    </section>
  )
}

function sayOwed(owed: ThanksOwed, today: string): string {
  const on = formatNearDate(owed.since, today)
  const facts = { name: personName(owed.referrer), friends: listFriends(owed), on }
  return isFresh(owed.since, today)
    ? t('referrals.today.words', facts)
    : t('referrals.today.wordsLater', facts)
}

// One person to look at again, never more at a time: what is proposed, and K, P or D to answer.
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { ProposalLine } from '../../features/focus-list/ProposalLine.tsx'
import shared from '../../ui/shared.module.css'
import classes from './TodayScreen.module.css'

export function LookAgain() {
  const proposal = useLoaded('focusList.proposals', {}).value?.[0]
  if (!proposal) return null
  return (
    <section className={`${shared.stackS4} ${classes.thanks}`} aria-labelledby="look-again">
      <h2 id="look-again" className={`${shared.heading} ${classes.comingTitle}`}>
        {t('focusList.look.title')}
      </h2>
      <ProposalLine
        key={proposal.personId}
        proposal={proposal}
        letters
        who={
          <PersonLink id={proposal.personId} className={`${shared.name} ${classes.name}`}>
            {personName(proposal)}
          </PersonLink>
        }
      />
    </section>
  )
}

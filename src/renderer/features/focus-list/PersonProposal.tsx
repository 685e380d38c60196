// On the page of somebody on the focus list: what is proposed for them, if anything.
import { memo } from 'react'
import { useLoaded } from '../../api/queries.ts'
import { ProposalLine } from './ProposalLine.tsx'

export const PersonProposal = memo(function PersonProposal({ personId }: { personId: number }) {
  const { value: proposals = [] } = useLoaded('focusList.proposals', {})
  const proposal = proposals.find((one) => one.personId === personId)
  return proposal ? <ProposalLine proposal={proposal} /> : null
})

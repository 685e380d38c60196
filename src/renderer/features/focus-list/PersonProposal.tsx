// On the page of somebody on the focus list: what is proposed for them, if anything.
import { memo, useEffect } from 'react'
import { ProposalLine } from './ProposalLine.tsx'
import { useProposals } from './proposals.store.ts'

export const PersonProposal = memo(function PersonProposal({ personId }: { personId: number }) {
  const { proposals, open } = useProposals()
  useEffect(open, [open])
  const proposal = proposals.find((one) => one.personId === personId)
  return proposal ? <ProposalLine proposal={proposal} /> : null
})

// A row of a call sheet in words, as the page would say it.

export const sheetRow = (personId: number) => ({
  personId,
  section: 'call' as const,
  reason: `wants to hear about order ${personId}`,
  learn: 'Who else buys there?',
  channel: 'call',
})

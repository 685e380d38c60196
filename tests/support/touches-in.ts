// The touches of a timeline, without what else happened.
import type { TimelineEntry, Touch } from '../../src/shared/contract/touches.ts'

export function touchesIn(timeline: { entries: TimelineEntry[] }): Touch[] {
  return timeline.entries.flatMap((entry) => (entry.kind === 'touch' ? [entry.touch] : []))
}

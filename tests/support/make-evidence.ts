// Evidence about one person with nothing in it, for the tests of the rules that read it.
import type { Evidence } from '../../src/shared/rules/focus-list/evidence.ts'

/** @param part what the test is about; the rest is somebody of whom nothing is known, on Monday 2026-11-23 */
export function makeEvidence(part: Partial<Evidence> = {}): Evidence {
  return {
    personId: 1,
    today: '2026-11-23',
    through: '2026-11-23',
    shop: { openDays: [1, 2, 3, 4, 5], closed: [] },
    joinedOn: '2026-11-17',
    whyNow: '',
    birthday: null,
    note: '',
    pinned: false,
    putOffUntil: null,
    shownOn: [],
    steps: [],
    referral: null,
    inquiry: null,
    quotes: [],
    window: null,
    lastTouch: null,
    lastContact: null,
    lastOwnTouchOn: null,
    lastAttemptOn: null,
    unanswered: [],
    ownDays: [],
    orders: null,
    tellsPurchases: true,
    wants: { why: '', what: '' },
    unknowns: [],
    noes: [],
    blanks: [],
    touches: 0,
    attempts: 0,
    margin: null,
    ...part,
  }
}

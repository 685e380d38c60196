// What the rules of the focus list look at for one person; read from the file by src/data/records/evidence.ts.
import type { Name } from '../../errors.ts'
import type { ShopDays } from '../days/closed-days.ts'
import type { KnowQuestion, QualificationQuestion } from '../know-card/know-card.ts'
import type { Channel, Direction, How, Outcome } from '../touches/touch-kinds.ts'

/** A touch as evidence: what is needed to name it in a sentence. */
export interface TouchEvidence {
  on: string
  how: How
  direction: Direction
  outcome: Outcome | null
  note: string
  /** The note stays on the screen. */
  notForPaper?: boolean
}

/** An open next step. Without words and not promised it is only a day to come back on: a retry, or the owner's "+7". */
export interface StepEvidence {
  id: number
  what: string
  dueOn: string
  /** HH:MM, when it was for a time of day. */
  dueTime?: string | null
  promised: boolean
  /** The day it was first for, when clearing the pile gave it another. */
  movedFrom?: string | null
}

/** A try or touch of ours that nothing of theirs has followed. */
export interface OwnTry {
  on: string
  how: How
  channel: Channel
}

/** Everything about one person. Days are local. */
export interface Evidence {
  personId: number
  today: string
  /** The last day whose dates count: today on screen, the week's last day for a call sheet. */
  through: string
  /** Paper is read all week: it never says "today". */
  onPaper?: boolean
  /** When the shop is open: closed days stop every clock but that of promises. */
  shop: ShopDays
  /** When they joined the focus list; null when they are not on it. */
  joinedOn: string | null
  whyNow: string
  /** 'YYYY-MM-DD', or '--MM-DD' without a year; null when it is not known. */
  birthday: string | null
  /** The first line of the note about them. */
  note: string
  noteNotForPaper?: boolean
  /** The note came with an import: it is not told as the owner's words. */
  noteFromFile?: boolean
  pinned: boolean
  /** "Not now": their turn waits until this day. */
  putOffUntil: string | null
  /** The days they stood on Today, or on a sheet that was printed, since we last touched or tried them; earliest first. */
  shownOn: readonly string[]
  /** Open next steps, earliest first. */
  steps: StepEvidence[]
  /** The latest time someone named them. `byOnPaper`: without the name of who wants no contact; `expectsUs`: the friend agreed, or the referrer introduced both. */
  referral: {
    by: Name
    byOnPaper?: Name
    on: string
    expectsUs: boolean
    firstContactOn: string | null
  } | null
  /** Their latest message, letter, voicemail or missed call that no later touch of ours answered. */
  inquiry: TouchEvidence | null
  /** Quotes neither ordered nor lost, oldest first; amount in minor units. */
  quotes: { amount: number | null; quotedOn: string }[]
  /** Their answer to "when". A yearly window counts by month and day alone. */
  window: { from: string; to: string; yearly: boolean; words: string } | null
  /** The last thing either side could notice (attempts left out). */
  lastTouch: TouchEvidence | null
  /** The last two-way one. */
  lastContact: TouchEvidence | null
  /** The last delivered touch of ours to them alone. */
  lastOwnTouchOn: string | null
  lastAttemptOn: string | null
  /** Our tries and touches since anything came from them or was two-way; earliest first. */
  unanswered: readonly OwnTry[]
  /** The last days on which we touched or tried them, two at most; earliest first. */
  ownDays: readonly string[]
  /**
   * Their orders: the last, what it was, and the usual gap (median), null before there are three: in days of the
   * calendar for the sentence, and in days the clock ran for what is compared with it.
   */
  orders: { lastOn: string; what?: string; usualGap: { days: number; runningDays: number } | null } | null
  /** Whether a purchase makes a date of its own; the owner's switch. */
  tellsPurchases: boolean
  /** What the Know card says of why they would buy and what they need; '' where nothing is written. */
  wants: { why: string; what: string }
  /** Qualification questions answered "don't know". */
  unknowns: QualificationQuestion[]
  /** Qualification questions answered "no". */
  noes: QualificationQuestion[]
  /** Questions of the Know card with nothing written. */
  blanks: KnowQuestion[]
  /** The ring's count: delivered touches of ours, to them alone. */
  touches: number
  attempts: number
  /** Minor units: the largest margin among open quotes, else among past jobs; null when none is known. */
  margin: number | null
}

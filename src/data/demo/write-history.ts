// Writes what happened in the sample shop: jobs and feedback, touches, pursuits, next steps, asks and referrals.
import type { Leaving } from '../../shared/contract/focus-list.ts'
import { usualChannel } from '../../shared/rules/touches/touch-kinds.ts'
import { type Filling, idNamed, idNamedOrNull } from './filling.ts'
import { type Ago, asks, firms, referrals, type SampleJob, type SamplePerson } from './sample-shop.ts'
import type { ToldPerson } from './tell-history.ts'

/** The share of an order that stays after wood, glass and mats. */
const marginShare = 0.55

/** Jobs of one person and what they said of them; needs their firm and themselves. */
export async function writeJobs({ db, on, openOn, uid, ids }: Filling, person: SamplePerson): Promise<void> {
  const personId = idNamed(ids, 'person', person.key)
  const day = (ago: number | undefined) => (ago === undefined ? null : openOn(ago))
  for (const [index, job] of (person.jobs ?? []).entries()) {
    const bought = job.ordered !== undefined
    const { id } = await db
      .insertInto('jobs')
      .values({
        uid: uid(),
        person_id: personId,
        firm_id: buysForFirm(person) ? idNamedOrNull(ids, 'firm', person.firm) : null,
        what: job.what,
        kind: job.kind,
        quoted_on: day(job.quoted),
        quoted_amount: job.quoted === undefined ? null : job.amount,
        wanted_by: job.wantedBy === undefined ? null : on(job.wantedBy),
        ordered_on: day(job.ordered),
        delivered_on: day(job.delivered),
        paid_on: day(job.paid),
        amount: bought ? job.amount : null,
        margin: bought ? Math.round(job.amount * marginShare) : null,
        lost_on: day(job.lost?.ago),
        lost_to: job.lost?.to ?? '',
        lost_reason: job.lost?.why ?? '',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(`job ${person.key} ${index}`, id)
  }
  for (const said of person.feedback ?? []) {
    const given = on(said.ago)
    await db
      .insertInto('feedback')
      .values({
        uid: uid(),
        person_id: personId,
        job_id: findJob(ids, person, (job) => (job.delivered ?? -1) >= said.ago),
        asked_on: on(said.ago + 2),
        given_on: given,
        score: said.score,
        words: said.words,
        may_quote: said.mayQuote ? 1 : null,
        complaint: said.complaint ? 1 : 0,
        closed_on: null,
      })
      .execute()
  }
}

/** A household is no customer: its people are. */
function buysForFirm(person: SamplePerson): boolean {
  return firms.some((firm) => firm.name === person.firm && firm.kind !== 'household')
}

/** The last of a person's jobs that fits. */
function findJob(
  ids: Filling['ids'],
  person: SamplePerson,
  fits: (job: SampleJob) => boolean,
): number | null {
  const index = (person.jobs ?? []).findLastIndex(fits)
  return index < 0 ? null : idNamed(ids, 'job', `${person.key} ${index}`)
}

/** All touches in the order they happened. */
export async function writeTouches(filling: Filling, told: ToldPerson[]): Promise<void> {
  const { db, openOn, at, uid, ids } = filling
  const all = told.flatMap(({ person, touches }) => touches.map((touch) => ({ person, touch })))
  all.sort((a, b) => b.touch.ago - a.touch.ago)
  for (const { person, touch } of all) {
    const day = openOn(touch.ago)
    const { id } = await db
      .insertInto('touches')
      .values({
        uid: uid(),
        person_id: idNamed(ids, 'person', person.key),
        happened_on: day,
        happened_at: null,
        how: touch.how,
        outcome: touch.outcome ?? null,
        channel: touch.channel ?? usualChannel(touch.how, person.bestChannel ?? ''),
        direction: touch.in ? 'in' : 'out',
        to_many_uid: null,
        gave: touch.gave ? 1 : 0,
        not_for_paper: touch.notForPaper ? 1 : 0,
        asked: touch.asked ? 1 : 0,
        minutes: touch.minutes ?? null,
        cost: null,
        note: touch.note ?? '',
        job_id: null,
        place_id: idNamedOrNull(ids, 'place', touch.place),
        technique_id: idNamedOrNull(ids, 'technique', touch.technique),
        sheet_row_id: null,
        logged_at: at(day),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (touch.asked) ids.set(`asking ${person.key} ${touch.ago}`, id)
    if (touch.outcome === 'named a friend') ids.set(`naming ${person.key} ${touch.ago}`, id)
  }
}

/** Pursuits in their order, the place on the focus list, and next steps. */
export async function writePursuit(filling: Filling, { person, since }: ToldPerson): Promise<void> {
  await writeSales(filling, person, since)
  await writeEnded(filling, person)
  if (person.courted) await writeOpen(filling, person, since)
  const { db, on, openOn, uid, ids } = filling
  for (const step of person.steps ?? []) {
    await db
      .insertInto('next_steps')
      .values({
        uid: uid(),
        person_id: idNamed(ids, 'person', person.key),
        what: step.what,
        due_on: openOn(step.due),
        due_time: null,
        promised: step.planned ? 0 : 1,
        touch_id: null,
        created_on: on(Math.max(step.due, 0) + 4),
        done_on: null,
        dropped_on: null,
      })
      .execute()
  }
}

const wasNamed = (person: SamplePerson) => referrals.some((referral) => referral.named === person.key)

/** Each order closes a pursuit as won: the first one theirs, later ones a return. */
async function writeSales(filling: Filling, person: SamplePerson, since: number): Promise<void> {
  const { db, openOn, uid, ids } = filling
  let first = true
  for (const [index, job] of (person.jobs ?? []).entries()) {
    if (job.ordered === undefined) continue
    const opened = first ? since : (job.quoted ?? job.ordered)
    const personId = idNamed(ids, 'person', person.key)
    const pursuit = await db
      .insertInto('pursuits')
      .values({
        uid: uid(),
        person_id: personId,
        opened_on: openOn(opened),
        opened_how: first ? (wasNamed(person) ? 'referral' : 'inquiry') : 'return',
        source: person.source ?? '',
        closed_on: openOn(job.ordered),
        closed_as: 'won',
        revisit_on: null,
        job_id: idNamed(ids, 'job', `${person.key} ${index}`),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (first && person.wonFromList) {
      await writeStay(filling, { personId, pursuitId: pursuit.id, from: opened, to: job.ordered, as: 'won' })
    }
    first = false
  }
}

/** A stay on the focus list that ended. */
async function writeStay(
  { db, openOn, uid }: Filling,
  stay: { personId: number; pursuitId: number; from: Ago; to: Ago; as: Leaving['as']; why?: string },
): Promise<void> {
  await db
    .insertInto('focus_memberships')
    .values({
      uid: uid(),
      person_id: stay.personId,
      pursuit_id: stay.pursuitId,
      joined_on: openOn(stay.from),
      pinned_on: null,
      kept_on: null,
      left_on: openOn(stay.to),
      left_as: stay.as,
      left_reason: stay.why ?? '',
    })
    .execute()
}

async function writeEnded(filling: Filling, person: SamplePerson): Promise<void> {
  const { ended } = person
  if (!ended) return
  const { db, on, openOn, uid, ids } = filling
  const personId = idNamed(ids, 'person', person.key)
  const pursuit = await db
    .insertInto('pursuits')
    .values({
      uid: uid(),
      person_id: personId,
      opened_on: openOn(ended.from),
      opened_how: ended.how,
      source: person.source ?? '',
      closed_on: openOn(ended.to),
      closed_as: ended.as,
      reason: ended.why,
      lost_to: ended.lostTo ?? '',
      revisit_on: ended.revisit === undefined ? null : on(ended.revisit),
      job_id: findJob(ids, person, () => true),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (!ended.onFocusList) return
  const { from, to, as, why } = ended
  await writeStay(filling, { personId, pursuitId: pursuit.id, from, to, as, why })
}

async function writeOpen(filling: Filling, person: SamplePerson, since: number): Promise<void> {
  const { db, on, openOn, uid, ids } = filling
  const personId = idNamed(ids, 'person', person.key)
  const returns = person.jobs?.some((job) => job.ordered !== undefined) ?? false
  const pursuit = await db
    .insertInto('pursuits')
    .values({
      uid: uid(),
      person_id: personId,
      opened_on: openOn(returns ? (person.focus?.joined ?? since) : since),
      opened_how: returns ? 'return' : person.courted!,
      source: person.source ?? '',
      closed_on: null,
      closed_as: null,
      revisit_on: null,
      job_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (!person.focus) return
  const joinedOn = openOn(person.focus.joined)
  await db
    .insertInto('focus_memberships')
    .values({
      uid: uid(),
      person_id: personId,
      pursuit_id: pursuit.id,
      joined_on: joinedOn,
      why_now: person.focus.whyNow ?? '',
      pinned_on: person.focus.pinned ? joinedOn : null,
      kept_on: person.focus.kept === undefined ? null : on(person.focus.kept),
      left_on: null,
      left_as: null,
    })
    .execute()
}

/** Asks, who was named by whom, and which thanks and reports are still owed. */
export async function writeReferrals({ db, on, uid, ids }: Filling): Promise<void> {
  for (const { person, ago, channel, words, need, answer, reason } of asks) {
    const { id } = await db
      .insertInto('asks')
      .values({
        uid: uid(),
        person_id: idNamed(ids, 'person', person),
        touch_id: ids.get(`asking ${person} ${ago}`) ?? null,
        job_id: null,
        asked_on: on(ago),
        channel,
        words,
        need,
        answer,
        reason: reason ?? '',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(`ask ${person} ${ago}`, id)
  }
  for (const { by, named, ago, ...rest } of referrals) {
    const asked = asks.findLast((ask) => ask.person === by && ask.ago >= ago && ask.ago - ago < 30)
    const day = (when: number | undefined) => (when === undefined ? null : on(when))
    await db
      .insertInto('referrals')
      .values({
        uid: uid(),
        referrer_id: idNamed(ids, 'person', by),
        person_id: idNamed(ids, 'person', named),
        ask_id: asked ? idNamed(ids, 'ask', `${by} ${asked.ago}`) : null,
        touch_id: ids.get(`naming ${by} ${ago}`) ?? ids.get(`naming ${by} ${asked?.ago}`) ?? null,
        named_on: on(ago),
        introduced: rest.introduced ? 1 : 0,
        agreed: rest.agreed ? 1 : null,
        first_contact_on: day(rest.firstContact),
        thanked_on: day(rest.thanked),
        reported_on: day(rest.reported),
        reward_value: null,
      })
      .execute()
  }
}

// Puts a week's plan into the words its rows will print; a row keeps them from then on.
import type { CallSheet, SheetPlan } from '../contract/call-sheets.ts'
import type { CallInput } from '../contract/index.ts'
import { unnamed } from '../rules/call-sheets/off-paper.ts'
import type { BestChannel } from '../rules/people/best-channel.ts'
import { sayOccasion } from './say-occasion.ts'
import { say, t } from './translate.ts'

type Words = Pick<CallInput<'callSheets.propose'>, 'rows' | 'places'>

/** What goes with Propose, or with a row added by hand. */
export function sayPlan({ rows, places }: SheetPlan): Words {
  return {
    rows: rows.map((row) => ({
      personId: row.personId,
      section: row.section,
      reason: sayReasons(row),
      learn: row.question ? say(row.question.message) : '',
      question: row.question?.name ?? '',
      channel: [
        sayChannel(row.channel),
        row.way && !row.way.key.endsWith(row.channel?.channel ?? '') ? say(row.way) : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    })),
    places: places.map((occasion) => ({ placeId: occasion.placeId, words: sayOccasion(occasion) })),
  }
}

/** "Not done last week. Wedding in May"; several reasons one after the other, none when nothing is known. */
function sayReasons({ reasons, blank }: SheetPlan['rows'][number]): string {
  const reason = reasons.map(say).join('; ')
  if (!blank) return reason
  const name = blank.lastWeek ? 'fromLastWeek' : 'fromEarlier'
  const again = t(`callSheets.reasons.${name}`, { week: Number(blank.week.slice(-2)) })
  return reason === '' ? again : `${again} ${reason}`
}

/** "555 0160, before 10", "visit via Nora, mornings". */
function sayChannel(channel: BestChannel | null): string {
  if (channel === null) return ''
  const where = sayWhere(channel)
  const through =
    channel.via === '' ? where : t('callSheets.channels.via', { channel: where, via: channel.via })
  return [through, channel.time].filter((part) => part !== '').join(', ')
}

function sayWhere({ channel, value }: BestChannel): string {
  if (value === '' || channel === 'visit' || channel === 'letter') return t(`callSheets.channels.${channel}`)
  return channel === 'text' ? t('callSheets.channels.textTo', { number: value }) : value
}

/** The kept words of a sheet, with "a friend" where a name is off paper since. */
export function sayUnnamed<Sheet extends CallSheet>(sheet: Sheet): Sheet {
  const named = (words: string) => words.replaceAll(unnamed, t('referrals.aFriend'))
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      reason: named(row.reason),
      bring: named(row.bring),
      learn: named(row.learn),
      channel: named(row.channel),
    })),
    places: sheet.places.map((place) => ({ ...place, words: named(place.words) })),
  }
}

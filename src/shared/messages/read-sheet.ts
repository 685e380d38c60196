// The words a typed sheet is read with, in the owner's language: the letters and days are those that print.

import type { MessageKey } from '../message-key.ts'
import type { LineProblem, SheetWords } from '../rules/type-back/sheet-line.ts'
import { dayWords } from './read-day.ts'
import { say, t } from './translate.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7]

export function sheetWords(): SheetWords {
  return {
    days: dayWords(),
    dayCodes: weekdays.map((day) => t(`callSheets.dayCodes.${day}` as MessageKey)),
    letters: {
      met: t('callSheets.letters.met'),
      talked: t('callSheets.letters.talked'),
      voicemail: t('callSheets.letters.voicemail'),
      message: t('callSheets.letters.message'),
      noAnswer: t('callSheets.letters.noAnswer'),
      quote: t('callSheets.letters.quote'),
      bought: t('callSheets.letters.bought'),
      lost: t('callSheets.letters.lost'),
      park: t('callSheets.letters.park'),
      named: t('callSheets.letters.named'),
      never: t('callSheets.letters.never'),
    },
    row: t('callSheets.typing.words.row'),
    rest: t('callSheets.typing.words.rest'),
    newFace: t('callSheets.typing.words.newFace'),
    keep: orLetter(t('callSheets.typing.words.keep'), t('callSheets.letters.keep')),
    drop: orLetter(t('callSheets.typing.words.drop'), t('callSheets.letters.drop')),
    minutes: t('callSheets.typing.words.minutes'),
    by: t('callSheets.typing.words.by'),
    from: t('callSheets.typing.words.from'),
    to: t('callSheets.typing.words.to'),
    writes: {
      noRoom: t('focusList.noRoom'),
    },
  }
}

/** The word, or the letter that is circled on paper. */
const orLetter = (words: string, letter: string) => `${words}|${letter.toLowerCase()}`

/** What is wrong with a line, and what to do. */
export function sayProblem({ code, facts }: Pick<LineProblem, 'code' | 'facts'>): string {
  return say({ key: `callSheets.typing.problems.${code}`, facts })
}

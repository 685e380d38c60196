// What a merge does beyond the fields, as messages: the owner reads them before deciding.

import type { MessageRef } from '../../errors.ts'
import type { NameIn } from '../../message-key.ts'

const remark = (key: NameIn<'duplicates.remarks'>, facts?: MessageRef['facts']): MessageRef =>
  facts ? { key: `duplicates.remarks.${key}`, facts } : { key: `duplicates.remarks.${key}` }

export const messagesOf = {
  noStays: () => remark('noStays'),
  onePursuit: (on: string) => remark('onePursuit', { on }),
  onePlace: (on: string) => remark('onePlace', { on }),
  neverEnds: () => remark('neverEnds'),
  neverStays: () => remark('neverStays'),
  privateEnds: () => remark('privateEnds'),
  privateStays: () => remark('privateStays'),
  selfNamed: () => remark('selfNamed'),
  bothNumbers: (row: number, other: number) => remark('bothNumbers', { row, other }),
}

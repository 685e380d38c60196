// Breaks a file the ways files are broken: cut off, joined, decoded wrongly, turned bits, odd line ends and stray marks.

import type { Random } from '../support/random.ts'

const strays = [
  ...['"', '""', ',', ';', '\t', '\r', '\n', '\r\n', '\0', '\ufeff', '\u202e', '\u200f', '\u2028', '\u0085'],
  ...[
    '=1+1',
    '@x',
    'BEGIN:VCARD\r\n',
    'END:VCARD\r\n',
    '=\r\n',
    '\\n',
    '\\,',
    '\\;',
    ':',
    'QUOTED-PRINTABLE',
  ],
  ...['CHARSET=UTF-8;', 'ENCODING=b;', '😀', '\u0301'.repeat(50), 'FN:', 'N:;;;;', 'TEL;', 'BDAY:0000-00-00'],
  ...[
    'BDAY:99999999999',
    'AGENT:',
    'item1.',
    '--',
    '99/99/9999',
    '+',
    'x'.repeat(5000),
    '%s%n',
    '\u0000\u0001',
  ],
]
const fillers = [0, 9, 13, 10, 59, 44, 58, 61]
const lineEnds = ['\n', '\r\n', '\r', '\r\r\n']

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer

const insert = (bytes: Buffer, at: number, ...more: Buffer[]) =>
  Buffer.concat([bytes.subarray(0, at), ...more, bytes.subarray(at)])
const place = (bytes: Buffer, random: Random) => random.below(bytes.length + 1)

const mutations: readonly Mutation[] = [
  (bytes, random) => bytes.subarray(0, place(bytes, random)),
  (bytes, random) => {
    const turned = Buffer.from(bytes)
    for (let times = 1 + random.below(20); times > 0 && turned.length > 0; times -= 1) {
      turned[random.below(turned.length)]! ^= 1 << random.below(8)
    }
    return turned
  },
  (bytes, random) => insert(bytes, place(bytes, random), Buffer.from(random.pick(strays))),
  (bytes, random) => {
    const at = place(bytes, random)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.below(200))])
  },
  (bytes, random) => {
    const at = place(bytes, random)
    const part = bytes.subarray(at, at + random.below(300))
    return insert(bytes, at, part, part)
  },
  (bytes, random) => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString(), 'utf16le')])
    return random.chance(0.5) ? wide.subarray(0, -1) : wide
  },
  (bytes, random) => {
    const wide = Buffer.from(bytes.toString(), 'utf16le').swap16()
    return random.chance(0.5) ? Buffer.concat([Buffer.from([0xfe, 0xff]), wide]) : wide
  },
  (bytes) => insert(bytes, 0, Buffer.from([0xef, 0xbb, 0xbf])),
  (bytes, random) =>
    Buffer.from(
      bytes.toString('latin1').replaceAll(/\r?\n/g, () => random.pick(lineEnds)),
      'latin1',
    ),
  (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n')
    for (let times = 0; times < 3; times += 1) lines.splice(random.below(lines.length), 0, random.pick(lines))
    return Buffer.from(lines.join('\n'), 'latin1')
  },
  (bytes, random) =>
    insert(
      bytes,
      place(bytes, random),
      Buffer.from([0x80 + random.below(128), random.below(256), random.below(256)]),
    ),
  (bytes, random) => insert(bytes, place(bytes, random), Buffer.from('"')),
  (bytes, random) =>
    insert(bytes, place(bytes, random), Buffer.alloc(1 + random.below(3000), random.pick(fillers))),
  (bytes, random, other) => Buffer.concat([bytes, Buffer.from(random.chance(0.5) ? '\r\n' : ''), other]),
]

/** One to four of them, one after the other. */
export function mutateFile(bytes: Buffer, other: Buffer, random: Random): Buffer {
  let mutated = bytes
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
    mutated = random.pick(mutations)(mutated, random, other)
  }
  return mutated
}

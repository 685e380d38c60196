// Wrong usage is found before anything starts, and explained; what is right becomes exactly one command.
import { describe, expect, it } from 'vitest'
import { readArguments } from '../../../src/main/arguments.ts'

const env = { REGULARS_CWD: '/typed/here' }

/** As `npm start -- …` runs it. */
function read(...own: string[]) {
  return readArguments(['/x/electron', '--no-sandbox', '/x/app', ...own], env, true)
}

function commandOf(...own: string[]) {
  const started = read(...own)
  if (started.kind !== 'command') throw new Error(JSON.stringify(started))
  return started.command
}

describe('a window', () => {
  it('opens without a command', () => {
    expect(read()).toEqual({ kind: 'window' })
    expect(read('--data', 'shop', '--today', '2026-11-23')).toEqual({
      kind: 'window',
      data: '/typed/here/shop',
      today: '2026-11-23',
    })
  })

  it('opens among the switches of Chromium and of test drivers', () => {
    const driven = ['/x/electron', '--inspect=0', '--remote-debugging-port=0', '--no-sandbox', '/x/app']
    expect(readArguments([...driven, '--data', '/d'], env, true)).toEqual({ kind: 'window', data: '/d' })
    const held = ['/x/electron', '--inspect=0', '-r', '/x/hold.cjs', '--no-sandbox', '/x/app', 'check']
    expect(readArguments(held, env, true)).toMatchObject({ kind: 'command', command: { name: 'check' } })
    const packaged = ['/x/regulars', '--no-sandbox', '--disable-gpu', 'check']
    expect(readArguments(packaged, env, false)).toMatchObject({ kind: 'command', command: { name: 'check' } })
  })
})

describe('commands', () => {
  it.each([
    [['import', 'a.csv', '/b/c.vcf'], { name: 'import', files: ['/typed/here/a.csv', '/b/c.vcf'] }],
    [['import', '--undo', '7'], { name: 'take-back', id: 7 }],
    [['focus', '3', '1', '3', '--why', 'their fair'], { name: 'focus', ids: [3, 1], why: 'their fair' }],
    [
      ['call-sheet', '--pdf', 'x.pdf'],
      { name: 'call-sheet', week: null, paper: null, pdf: '/typed/here/x.pdf' },
    ],
    [
      ['call-sheet', '--week', '2026-W53', '--paper', 'letter', '--pdf', '/x.pdf'],
      { name: 'call-sheet', week: '2026-W53', paper: 'Letter', pdf: '/x.pdf' },
    ],
    [
      ['enter', '--week', '2026-W48', 'back.txt'],
      { name: 'enter', week: '2026-W48', file: '/typed/here/back.txt' },
    ],
    [['enter', '--week', '2026-W48', '-'], { name: 'enter', week: '2026-W48', file: null }],
    [['export', 'out'], { name: 'export', folder: '/typed/here/out' }],
    [['backup', '../stick'], { name: 'backup', folder: '/typed/stick' }],
    [['check'], { name: 'check', file: null, noted: false }],
    [['check', 'b.db'], { name: 'check', file: '/typed/here/b.db', noted: false }],
    [['check', '--noted'], { name: 'check', file: null, noted: true }],
    [['begin-empty'], { name: 'begin-empty' }],
    [['open-without-log'], { name: 'open-without-log' }],
    [['demo'], { name: 'demo' }],
  ])('%j', (own, command) => {
    expect(commandOf(...own)).toEqual(command)
  })

  it('take the common options anywhere', () => {
    expect(read('--json', 'demo', '--data', '/d', '--today', '2026-11-23', '--country', 'gb')).toEqual({
      kind: 'command',
      command: { name: 'demo' },
      json: true,
      country: 'GB',
      data: '/d',
      today: '2026-11-23',
    })
  })
})

describe('wrong usage', () => {
  it.each([
    [['fly'], 'fly'],
    [['constructor'], 'constructor'],
    [['import'], 'file'],
    [['import', '--undo', 'x'], 'x'],
    [['import', '--undo', '0'], '0'],
    [['import', 'a.csv', '--undo', '1'], 'a.csv'],
    [['import', 'a.csv', '--why', 'x'], '--why'],
    [['focus'], 'report_people'],
    [['focus', 'Ann'], 'Ann'],
    [['focus', '1.5'], '1.5'],
    [['focus', '99999999999999999999'], '99999999999999999999'],
    [['call-sheet'], '--pdf'],
    [['call-sheet', '--pdf'], '--pdf'],
    [['call-sheet', '--pdf', 'x', '--week', '2025-W53'], '2025-W53'],
    [['call-sheet', '--pdf', 'x', '--week', '48'], '48'],
    [['call-sheet', '--pdf', 'x', '--paper', 'A5'], 'A5'],
    [['call-sheet', 'monday', '--pdf', 'x'], 'monday'],
    [['enter', 'back.txt'], '--week'],
    [['enter', 'back.txt', '--week', '2025-W53'], '2025-W53'],
    [['enter', '--week', '2026-W48'], 'file'],
    [['enter', '--week', '2026-W48', 'a', 'b'], 'b'],
    [['export'], 'folder'],
    [['export', ''], 'folder'],
    [['export', 'a', 'b'], 'b'],
    [['backup'], 'folder'],
    [['check', 'a', 'b'], 'b'],
    [['demo', 'now'], 'now'],
    [['demo', '--fast'], '--fast'],
    [['demo', '--json=yes'], '--json'],
    [['demo', '--today', '2026-02-30'], '2026-02-30'],
    [['demo', '--today', 'tomorrow'], 'tomorrow'],
    [['demo', '--today', '2026-11-23T10:00'], '2026-11-23T10:00'],
    [['demo', '--country', 'UKX'], 'UKX'],
    [['demo', '--country', 'ZZ'], 'ZZ'],
    [['demo', '--data', ''], '--data'],
    [['--data'], '--data'],
    [['--pdf', 'x'], '--pdf'],
  ])('%j is explained', (own, named) => {
    const started = read(...own)
    expect(started.kind).toBe('usage')
    expect(started.kind === 'usage' && started.wrong).toContain(named)
  })

  it('is not what asks for help', () => {
    expect(read('--help')).toEqual({ kind: 'usage', wrong: null })
    expect(read('import', '--help')).toEqual({ kind: 'usage', wrong: null })
  })
})

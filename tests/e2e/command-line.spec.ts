// The commands of the command line, run for real: what they print, where, and how they end.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { pipeCommand, type Ran, runCommand } from './run-command.ts'

let folder: string

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-command-'))
  writeFileSync(
    join(folder, 'people.csv'),
    'Name,Phone,Email\nAnn Ålund,555 0100,ann@shop.example\nBo,555 0101,\n,,\nCy,555 0102,cy@shop.example\n',
  )
  writeFileSync(
    join(folder, 'more.vcf'),
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Di\r\nTEL:020 7946 0000\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n',
  )
  writeFileSync(join(folder, 'picture.csv'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0, 0]))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) => runCommand(folder, ...args, '--data', 'shop', '--today', '2026-11-23')

/** The one JSON value that stdout holds. */
function readJson(ran: Ran): Record<string, unknown> {
  expect(ran.stderr).toBe('')
  expect(ran.code).toBe(0)
  return JSON.parse(ran.stdout) as Record<string, unknown>
}

test('import adds people once, and is taken back whole', async () => {
  const first = readJson(await run('import', 'people.csv', 'more.vcf', '--json'))
  expect(first).toMatchObject({ id: 1, added: 4, merged: 0 })
  expect((first.rejected as unknown[]).length + (first.skipped as number)).toBe(2)
  for (const rejection of first.rejected as { file: string; line: number; reason: string }[]) {
    expect(rejection.file).toMatch(/^(people\.csv|more\.vcf)$/)
    expect(rejection.line).toBeGreaterThan(0)
    expect(rejection.reason).toMatch(/^[A-Z].*\.$/)
  }
  const again = await run('import', 'people.csv')
  expect(again.code).toBe(0)
  expect(again.stdout).toContain('Import 2: 0 added')
  expect(readJson(await run('import', '--undo', '1', '--json'))).toMatchObject({
    id: 1,
    removed: 4,
    kept: [],
  })
  const twice = await run('import', '--undo', '1')
  expect(twice).toMatchObject({ code: 1, stdout: '', stderr: 'Import 1 was taken back already.\n' })
  expect(await run('import', '--undo', '9')).toMatchObject({ code: 1, stderr: 'There is no import 9.\n' })
})

test('import refuses all files when it refuses one', async () => {
  const ran = await run('import', 'people.csv', 'picture.csv')
  expect(ran).toMatchObject({ code: 1, stdout: '' })
  expect(ran.stderr).toContain('picture.csv')
  expect(await run('import', 'nowhere.csv')).toMatchObject({ code: 1, stdout: '' })
  expect(readJson(await run('check', '--json'))).toMatchObject({ people: 0 })
})

test('import reads phones without a country as --country says', async () => {
  readJson(await run('import', 'more.vcf', '--country', 'gb', '--json'))
  writeFileSync(join(folder, 'same.csv'), 'Name,Phone\nDi,+44 20 7946 0000\n')
  expect(readJson(await run('import', 'same.csv', '--json'))).toMatchObject({ added: 0 })
})

test('focus puts all on the list, or none', async () => {
  await run('import', 'people.csv')
  const none = await run('focus', '1', '2', '99')
  expect(none).toMatchObject({ code: 1, stdout: '', stderr: 'There is nobody with the number 99.\n' })
  expect(readJson(await run('focus', '1', '2', '--why', 'the fair', '--json'))).toEqual({
    added: [
      { id: 1, name: 'Ann Ålund' },
      { id: 2, name: 'Bo' },
    ],
    onList: 2,
    cap: 25,
  })
  expect(await run('focus', '3', '2')).toMatchObject({
    code: 1,
    stderr: 'Bo is on the focus list already.\n',
  })
})

test('call-sheet prints the week, on either paper', async () => {
  expect((await run('call-sheet', '--pdf', 'empty.pdf')).code).toBe(1)
  expect(existsSync(join(folder, 'empty.pdf'))).toBe(false)
  await run('import', 'people.csv')
  await run('focus', '1', '2', '3')
  const a4 = readJson(
    await run('call-sheet', '--week', '2026-W48', '--paper', 'A4', '--pdf', 'a4.pdf', '--json'),
  )
  expect(a4).toMatchObject({ week: '2026-W48', pages: 2, file: join(folder, 'a4.pdf') })
  expect(a4.rows).toBeGreaterThanOrEqual(3)
  const letter = await run('call-sheet', '--paper', 'Letter', '--pdf', 'letter.pdf')
  expect(letter).toMatchObject({ code: 0, stderr: '' })
  for (const name of ['a4.pdf', 'letter.pdf']) {
    expect(readFileSync(join(folder, name)).subarray(0, 5).toString()).toBe('%PDF-')
  }
})

test('enter types a sheet back in, all of it or nothing', async () => {
  await run('import', 'people.csv')
  await run('focus', '1', '2', '3')
  expect(await run('enter', '--week', '2026-W48', 'back.txt')).toMatchObject({ code: 1, stdout: '' })
  writeFileSync(
    join(folder, 'back.txt'),
    '1 mo v left msg\n2 tr Di, new office\n\n3 mo w\na Eve, 555 0109, walked by\n',
  )
  expect(await run('enter', '--week', '2026-W48', 'back.txt')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'There is no sheet for week 2026-W48 yet.\n',
  })
  await run('call-sheet', '--week', '2026-W48', '--pdf', 'sheet.pdf')

  writeFileSync(join(folder, 'wrong.txt'), '1 mo v left msg\n2 tuf tr Di\n9 t\n3 we t\n')
  const wrong = await run('enter', '--week', '2026-W48', 'wrong.txt')
  expect(wrong).toMatchObject({ code: 1, stdout: '' })
  expect(wrong.stderr.split('\n').slice(0, 4)).toEqual([
    'wrong.txt, line 2, column 3: “tuf” is no day of the sheet. Write two letters of it, like tu.',
    'wrong.txt, line 3, column 1: There is no row 9 on this sheet. The last one is 3.',
    'wrong.txt, line 4, column 3: Wed 25 Nov has not come yet. Write the day it happened.',
    'Nothing was saved: 3 lines cannot be read.',
  ])
  const forPrograms = await run('enter', '--week', '2026-W48', 'wrong.txt', '--json')
  expect(JSON.parse(forPrograms.stdout)).toMatchObject({
    entered: false,
    problems: [
      { line: 2, column: 3 },
      { line: 3, column: 1 },
      { line: 4, column: 3 },
    ],
  })

  expect(readJson(await run('enter', '--week', '2026-W48', 'back.txt', '--json'))).toEqual({
    week: '2026-W48',
    entered: true,
    touches: 4,
    attempts: 0,
    corrected: 0,
    decided: 0,
    added: ['Eve'],
    known: [],
    noRoom: [],
    blank: [],
    open: [
      { line: 2, name: 'Bo', asks: ['next'] },
      { line: 4, name: 'Cy', asks: ['amount', 'source'] },
    ],
  })
  const args = ['enter', '--week', '2026-W48', '-', '--data', 'shop', '--today', '2026-11-23']
  const again = await pipeCommand('3 mo w 85 from the fair, a mat', folder, ...args)
  expect(again).toMatchObject({ code: 0, stderr: '' })
  expect(again.stdout).toBe('Week 2026-W48: 0 touches, 0 tries, 1 corrected, 0 decided.\n')
})

test('backup, check and export do what the Backup screen does', async () => {
  await run('import', 'people.csv')
  const made = readJson(await run('backup', 'stick', '--json'))
  expect(readdirSync(join(folder, 'stick'))).toHaveLength(2)
  const file = made.file as string
  const live = readJson(await run('check', '--json'))
  const copy = readJson(await run('check', file, '--json'))
  expect(live).toMatchObject({ good: true, people: 3, problems: [] })
  expect({ ...copy, file: live.file }).toEqual(live)

  const bytes = readFileSync(file)
  bytes[bytes.length - 20] = bytes.at(-20)! ^ 1
  writeFileSync(file, bytes)
  const damaged = await run('check', file)
  expect(damaged).toMatchObject({ code: 1, stdout: '' })
  expect(damaged.stderr).toContain('is not good')
  expect(await run('check', 'people.csv')).toMatchObject({ code: 1, stdout: '' })
  expect(await run('check', 'nowhere.db')).toMatchObject({ code: 1, stdout: '' })
  expect(await run('backup', 'shop')).toMatchObject({ code: 1, stdout: '' })

  const out = readJson(await run('export', 'out', '--json'))
  expect(out).toMatchObject({ folder: join(folder, 'out'), people: 3 })
  expect(readFileSync(join(folder, 'out', 'people.vcf'), 'utf8')).toContain('FN:Ann Ålund')
  expect(readJson(await run('import', join('out', 'people.vcf'), '--json'))).toMatchObject({ added: 0 })
})

test('demo fills an empty file, once', async () => {
  const made = await run('demo')
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(await run('demo')).toMatchObject({ code: 1, stdout: '' })
})

test('wrong usage ends with 2 and the usage, and makes no file', async () => {
  for (const args of [
    ['fly'],
    ['demo', '--fast'],
    ['import'],
    ['call-sheet', '--pdf', 'x.pdf', '--week', '2025-W53'],
  ]) {
    const ran = await run(...args)
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('Usage: regulars')
  }
  expect(existsSync(join(folder, 'shop'))).toBe(false)
  const help = await run('--help')
  expect(help).toMatchObject({ code: 0, stderr: '' })
  expect(help.stdout).toContain('call-sheet')
})

test('a newer file is refused and left as it is', async () => {
  await run('demo')
  const file = join(folder, 'shop', 'regulars.db')
  const bytes = readFileSync(file)
  bytes.writeUInt32BE(999, 60) // user_version in SQLite's header
  writeFileSync(file, bytes)
  const ran = await run('check')
  expect(ran).toMatchObject({ code: 1, stdout: '' })
  expect(ran.stderr).toContain('newer Regulars')
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('commands refuse at once while a window has the file open', async ({ regulars }) => {
  const ran = await runCommand(folder, 'check', '--data', regulars.data)
  expect(ran).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'This file is open in another Regulars. Close that one, then try again.\n',
  })
  // The window does not notice.
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Ann' })
})

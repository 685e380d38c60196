import { describe, expect, it } from 'vitest'
import {
  foldText,
  phoneTokens,
  searchTokens,
  toSearchQuery,
} from '../../../src/shared/rules/people/fold-text.ts'

describe('foldText', () => {
  it.each([
    ['Zoë  Ångström', 'zoe angstrom'],
    ['Łukasz Świątek', 'lukasz swiatek'],
    ['Jørgen Þórsson', 'jorgen thorsson'],
    ['Weiß & Söhne', 'weiss sohne'],
    ['Đặng Œuvre Ægir', 'dang oeuvre aegir'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['Ｈａｒｂｏｒ　Ｉｎｎ', 'harbor inn'],
    ['ﾛｲﾄﾞ', 'ろいど'],
    ['ロイド', 'ろいど'],
    ['が と か', 'が と か'],
    ["O'Brien-Smith, Jr.", 'o brien smith jr'],
    ['Ёлка Йод', 'елка иод'],
    ['Σωκράτης', foldText('ΣΩΚΡΆΤΗΣ')],
    ['김민준', '김민준'],
    ['a\u00adb\u200bc', 'abc'],
    ['<img src=x onerror=alert(1)>', 'img src x onerror alert 1'],
    ['  ,;  ', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('gives the same for composed and decomposed text, and folding twice changes nothing', () => {
    for (const text of ['Žofie Dvořáková', 'ガブリエル', '한글', 'ﬁancée', 'ǅ']) {
      expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
      expect(foldText(foldText(text))).toBe(foldText(text))
    }
  })
})

describe('searchTokens', () => {
  it('makes every Japanese, Chinese or Korean character a word', () => {
    expect(searchTokens('安藤ロイド Ltd.')).toBe('安 藤 ろ い ど ltd')
    expect(searchTokens('스타벅스')).toBe('스 타 벅 스')
    expect(searchTokens('佐々木コーヒー')).toBe('佐 々 木 こ ー ひ ー')
  })
  it('keeps names with an apostrophe findable either way', () => {
    expect(searchTokens("Maeve O'Brien")).toBe('maeve o brien obrien')
  })
})

describe('phoneTokens', () => {
  it('holds the digits and the reversed digits of every form once', () => {
    expect(phoneTokens('555-0160')).toBe('5550160 r0610555')
    expect(phoneTokens('(555) 010-0142', '+15550100142')).toBe(
      '5550100142 r2410010555 15550100142 r24100105551',
    )
    expect(phoneTokens('5550160', '5550160', 'none')).toBe('5550160 r0610555')
  })
})

describe('toSearchQuery', () => {
  it.each([
    ['Zoë ang', '"zoe" * AND "ang" *'],
    ['藤ロイ', '"藤 ろ い"'],
    ['安藤Lloyd', '"安 藤" AND "lloyd" *'],
    ['0160', '("0160" * OR "r0610" *)'],
    ['555-0160', '("5550160" * OR "r0610555" * OR ("555" * AND "0160" *))'],
    ['12', '"12" *'],
    ['b2b', '"b2b" *'],
    ['  —!? ', null],
    ['', null],
  ])('turns %j into %j', (typed, query) => {
    expect(toSearchQuery(typed)).toBe(query)
  })
  it('lets no syntax through', () => {
    for (const typed of [
      '" OR names:*',
      'a" NEAR("b',
      'NOT x',
      '{names} : y',
      'a*',
      '^b',
      "x' --",
      '(((',
      '555"-0160',
    ]) {
      expect(toSearchQuery(typed) ?? '').toMatch(
        /^(?:[()]*"[\p{L}\p{N}\p{M} ]+"(?: \*)?[()]*(?: (?:AND|OR) )?)*$/u,
      )
    }
  })
  it('looks at a bounded part of a very long text', () => {
    expect((toSearchQuery('word '.repeat(100000)) ?? '').split(' AND ')).toHaveLength(16)
  })
})

describe('in a real search index', () => {
  const people: [number, string, string][] = [
    [1, '安藤ロイド', phoneTokens('03-0000-0160')],
    [2, "Maeve O'Brien", phoneTokens('(555) 010-0142', '+15550100142')],
    [3, 'Łukasz Brie', phoneTokens('+48 22 555 01 42')],
  ]
  async function find(typed: string): Promise<unknown[]> {
    const { default: Database } = await import('better-sqlite3')
    const db = new Database(':memory:')
    db.exec(
      "CREATE VIRTUAL TABLE f USING fts5(names, contact, notes, tokenize='unicode61 remove_diacritics 0')",
    )
    const insert = db.prepare('INSERT INTO f(rowid, names, contact, notes) VALUES (?, ?, ?, ?)')
    for (const [id, name, phone] of people) insert.run(id, searchTokens(name), phone, '')
    const rows = db
      .prepare('SELECT rowid FROM f WHERE f MATCH ? ORDER BY rowid')
      .pluck()
      .all(toSearchQuery(typed))
    db.close()
    return rows
  }
  it.each([
    ['藤ロ', [1]],
    ['ろいど', [1]],
    ['ドロ', []],
    ['0160', [1]],
    ['0142', [2, 3]],
    ['100142', [2]],
    ['555-010', [2]],
    ['+1 555', [2]],
    ['142', [2, 3]],
    ['brie', [2, 3]],
    ['obri', [2]],
    ["o'bri", [2]],
    ['lukasz', [3]],
    ['" OR names:* NEAR(', []],
  ])('%j finds %j', async (typed, ids) => {
    expect(await find(typed)).toEqual(ids)
  })
  it('accepts any text at all', async () => {
    const { default: fc } = await import('fast-check')
    const { default: Database } = await import('better-sqlite3')
    const db = new Database(':memory:')
    db.exec(
      "CREATE VIRTUAL TABLE f USING fts5(names, contact, notes, tokenize='unicode61 remove_diacritics 0')",
    )
    const search = db.prepare('SELECT rowid FROM f WHERE f MATCH ?')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (typed) => {
        const query = toSearchQuery(typed)
        if (query !== null) search.all(query)
      }),
      { seed: 7, numRuns: 2000 },
    )
    db.close()
  })
})

// What the bookkeeping table says, read from a raw page: of a file or a log that SQLite must not open yet.

/** What tells files and their states apart. */
export interface FileState {
  /** Empty in files that older versions made. */
  fileId: string
  generation: number
  changeNumber: number
}

const leafOfTable = 0x0d
/** In every file's bookkeeping from its first step on. */
const marker = 'migrated_at'

/** The big-endian number of seven bits a byte that SQLite writes; keys and lengths here take few bytes. */
function readVarint(page: Buffer, at: number): { value: number; next: number } {
  let value = 0
  for (let index = 0; index < 8; index += 1) {
    const byte = page[at + index] ?? 0
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, next: at + index + 1 }
  }
  return { value: Number.NaN, next: at + 9 }
}

/** The key and value of one cell, when it holds two texts. */
function readPair(page: Buffer, cell: number): [key: string, value: string] | null {
  const rowId = readVarint(page, readVarint(page, cell).next)
  const header = readVarint(page, rowId.next)
  const key = readVarint(page, header.next)
  const value = readVarint(page, key.next)
  const isText = (type: number) => type >= 13 && type % 2 === 1
  if (!isText(key.value) || !isText(value.value)) return null
  const start = rowId.next + header.value
  const middle = start + (key.value - 13) / 2
  const end = middle + (value.value - 13) / 2
  return end <= page.length
    ? [page.toString('utf8', start, middle), page.toString('utf8', middle, end)]
    : null
}

/** Null when this is no page of the bookkeeping table. */
export function readBookkeepingPage(page: Buffer): FileState | null {
  if (page[0] !== leafOfTable || !page.includes(marker)) return null
  const rows = new Map<string, string>()
  const cells = page.readUInt16BE(3)
  for (let index = 0; index < cells && 10 + 2 * index <= page.length; index += 1) {
    const pair = readPair(page, page.readUInt16BE(8 + 2 * index))
    if (pair) rows.set(...pair)
  }
  if (!rows.has(marker)) return null
  return {
    fileId: rows.get('file_id') ?? '',
    generation: Number(rows.get('generation') ?? 0),
    changeNumber: Number(rows.get('change_number') ?? 0),
  }
}

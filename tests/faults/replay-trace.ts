// Reads what strace saw a process do to its files, and makes the disks that a power cut at any moment could have left.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Random } from '../support/random.ts'

/** Everything that changes a file, its name or a folder; the rest would only make the trace longer. */
export const tracedCalls = [
  'openat,close,dup,dup2,dup3',
  'write,pwrite64,writev,pwritev,pwritev2,copy_file_range,sendfile',
  'fsync,fdatasync,sync_file_range,ftruncate,truncate,fallocate',
  'unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,mkdir,mkdirat,rmdir',
].join(',')

interface Write {
  kind: 'write'
  file: number
  at: number
  bytes: Buffer
}
interface Cut {
  kind: 'cut'
  file: number
  size: number
}
type Change = Write | Cut
type NameChange =
  | { kind: 'link'; path: string; file: number }
  | { kind: 'unlink'; path: string }
  | { kind: 'mkdir'; path: string }
  | { kind: 'rmdir'; path: string }
  | { kind: 'rename'; path: string; to: string }
type Step =
  | Change
  | NameChange
  | { kind: 'sync'; file: number }
  | { kind: 'sync-folder'; path: string }
  | { kind: 'said'; line: string }

export interface Trace {
  steps: Step[]
  /** What was on the disk before, by file. */
  before: Map<number, Buffer>
  names: Map<string, number>
  roots: string[]
}

/** Files are numbered as they appear: a name can come to mean another file. */
class Reader {
  readonly steps: Step[] = []
  readonly before = new Map<number, Buffer>()
  readonly firstNames: Map<string, number>
  private readonly names = new Map<string, number>()
  private readonly content = new Map<number, Buffer>()
  private readonly open = new Map<number, { file: number; at: number } | { folder: string }>()
  private files = 0

  private readonly roots: readonly string[]

  constructor(roots: readonly string[], base: ReadonlyMap<string, Buffer>) {
    this.roots = roots
    for (const [path, bytes] of base) {
      this.files += 1
      this.names.set(path, this.files)
      this.before.set(this.files, bytes)
      this.content.set(this.files, bytes)
    }
    this.firstNames = new Map(this.names)
  }

  private isOurs(path: string): boolean {
    return this.roots.some((root) => path === root || path.startsWith(`${root}/`))
  }

  read(line: string): void {
    const [, name, args, result] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(line) ?? []
    if (name === undefined || args === undefined || Number(result) < 0) return
    this.take(name, args, Number(result))
  }

  private take(name: string, args: string, result: number): void {
    const paths = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex]) => bytesOf(hex!).toString())
    const numbers = args.split(', ').map(Number)
    const [path = '', to = ''] = paths
    const first = numbers[0]!
    const takes: Record<string, () => void> = {
      openat: () => this.takeOpen(path, args, result),
      close: () => this.open.delete(first),
      write: () => this.takeWrite(name, args, result),
      pwrite64: () => this.takeWrite(name, args, result),
      copy_file_range: () => this.takeCopy(numbers[2]!, first, result),
      sendfile: () => this.takeCopy(first, numbers[1]!, result),
      fsync: () => this.takeSync(first),
      fdatasync: () => this.takeSync(first),
      ftruncate: () => this.takeCut(first, numbers[1]!),
      unlink: () => this.takeName('unlink', path),
      rmdir: () => this.takeName('rmdir', path),
      mkdir: () => this.takeName('mkdir', path),
      unlinkat: () => this.takeName(args.includes('AT_REMOVEDIR') ? 'rmdir' : 'unlink', path),
      mkdirat: () => this.takeName('mkdir', path),
      rename: () => this.takeRename(path, to),
      renameat: () => this.takeRename(path, to),
      renameat2: () => this.takeRename(path, to),
    }
    const take = takes[name]
    if (take) take()
    // What is not replayed must not go by unseen.
    else if (paths.some((each) => this.isOurs(each)) || this.open.has(first)) {
      throw new Error(`the replay knows no ${name}`)
    }
  }

  private takeOpen(path: string, args: string, descriptor: number): void {
    if (!this.isOurs(path)) return void this.open.delete(descriptor)
    let file = this.names.get(path)
    if (file === undefined && !args.includes('O_CREAT'))
      return void this.open.set(descriptor, { folder: path })
    if (file === undefined) {
      this.files += 1
      file = this.files
      this.names.set(path, file)
      this.content.set(file, Buffer.alloc(0))
      this.steps.push({ kind: 'link', path, file })
    } else if (args.includes('O_TRUNC')) this.change({ kind: 'cut', file, size: 0 })
    this.open.set(descriptor, { file, at: 0 })
  }

  private change(change: Change): void {
    this.steps.push(change)
    this.content.set(change.file, applyChange(this.content.get(change.file)!, change))
  }

  private takeWrite(name: string, args: string, written: number): void {
    const [, descriptor, hex, rest] = /^(\d+), "([^"]*)"(?:\.\.\.)?, (.*)$/.exec(args) ?? []
    const bytes = bytesOf(hex ?? '').subarray(0, written)
    const open = this.open.get(Number(descriptor))
    if (!open) {
      if (descriptor === '1') for (const line of lines(bytes)) this.steps.push({ kind: 'said', line })
      return
    }
    if (!('file' in open)) return
    const at = name === 'pwrite64' ? Number(rest!.split(', ')[1]) : open.at
    if (name === 'write') open.at = at + written
    this.change({ kind: 'write', file: open.file, at, bytes })
  }

  /** The kernel copied: the bytes are those of the other file as it was. */
  private takeCopy(to: number, from: number, size: number): void {
    const target = this.open.get(to)
    if (!target || !('file' in target)) return
    const source = this.open.get(from)
    const whole = source && 'file' in source ? this.content.get(source.file)! : this.copied
    if (!whole) throw new Error('copied from a file that the trace does not hold')
    const bytes = Buffer.from(whole.subarray(target.at, target.at + size))
    this.change({ kind: 'write', file: target.file, at: target.at, bytes })
    target.at += size
  }

  /** A file outside the watched folders that the process copies from. */
  copied: Buffer | undefined

  private takeSync(descriptor: number): void {
    const open = this.open.get(descriptor)
    if (!open) return
    this.steps.push(
      'file' in open ? { kind: 'sync', file: open.file } : { kind: 'sync-folder', path: open.folder },
    )
  }

  private takeCut(descriptor: number, size: number): void {
    const open = this.open.get(descriptor)
    if (open && 'file' in open) this.change({ kind: 'cut', file: open.file, size })
  }

  private takeName(kind: 'unlink' | 'mkdir' | 'rmdir', path: string): void {
    if (!this.isOurs(path)) return
    this.steps.push({ kind, path })
    if (kind === 'unlink') this.names.delete(path)
  }

  private takeRename(path: string, to: string): void {
    if (!this.isOurs(path)) return
    this.steps.push({ kind: 'rename', path, to })
    for (const [name, file] of [...this.names]) {
      if (name !== path && !name.startsWith(`${path}/`)) continue
      this.names.delete(name)
      this.names.set(to + name.slice(path.length), file)
    }
  }
}

const bytesOf = (hex: string) => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
const lines = (bytes: Buffer) => bytes.toString().split('\n').filter(Boolean)

/** @param roots folders that are watched: what lies in `base` is in the first, the others begin empty */
export function readTrace(file: string, base: string | null, roots: string[], copied?: Buffer): Trace {
  const first = new Map<string, Buffer>()
  if (base) for (const path of filesIn(base)) first.set(join(roots[0]!, path), readFileSync(join(base, path)))
  const reader = new Reader(roots, first)
  reader.copied = copied
  for (const line of joinUnfinished(readFileSync(file, 'latin1'))) reader.read(line)
  return { steps: reader.steps, before: reader.before, names: reader.firstNames, roots }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

/** A call that another thread interrupted in the trace stands where it ended. */
function* joinUnfinished(text: string): Iterable<string> {
  const begun = new Map<string, string>()
  const mark = ' <unfinished ...>'
  for (const whole of text.split('\n')) {
    const [, thread = '', line = whole] = /^(?:\[pid\s+)?(\d+)\]?\s+(.*)$/.exec(whole) ?? []
    if (line.endsWith(mark)) begun.set(thread, line.slice(0, -mark.length))
    else {
      const [, rest] = /^<\.\.\. \w+ resumed>(.*)$/.exec(line) ?? []
      yield rest === undefined ? line : (begun.get(thread) ?? '') + rest
    }
  }
}

function applyChange(bytes: Buffer, change: Change): Buffer {
  if (change.kind === 'cut') {
    return change.size <= bytes.length
      ? bytes.subarray(0, change.size)
      : Buffer.concat([bytes, Buffer.alloc(change.size - bytes.length)])
  }
  const end = change.at + change.bytes.length
  const grown =
    end > bytes.length ? Buffer.concat([bytes, Buffer.alloc(end - bytes.length)]) : Buffer.from(bytes)
  change.bytes.copy(grown, change.at)
  return grown
}

const sector = 512

export interface PowerLoss {
  /** What the process had said by then. */
  output: string
  files: Map<string, Buffer>
  folders: Set<string>
}

/**
 * One disk as a power cut may leave it: what was not synced is there, missing or torn by sectors, in any order;
 * names changed since the folder's last sync are there up to some point.
 * @param lateNames false: names are on the disk at once, as some file systems have it
 */
export function losePower(trace: Trace, random: Random, lateNames: boolean): PowerLoss {
  const from = Math.max(
    0,
    trace.steps.findIndex((step) => step.kind === 'said'),
  )
  const beginning = trace.names.size === 0 ? 0 : from
  const cut = beginning + random.below(trace.steps.length + 1 - beginning)
  const durable = new Map(trace.before)
  const waiting = new Map<number, Change[]>()
  const names: { change: NameChange; synced: boolean }[] = []
  let output = ''
  for (const step of trace.steps.slice(0, cut)) {
    if (step.kind === 'said') output += `${step.line}\n`
    else if (step.kind === 'sync') {
      for (const change of waiting.get(step.file) ?? []) apply(durable, change)
      waiting.delete(step.file)
    } else if (step.kind === 'sync-folder') {
      for (const name of names) if (isIn(step.path, name.change)) name.synced = true
    } else if (step.kind === 'write' || step.kind === 'cut') {
      waiting.set(step.file, [...(waiting.get(step.file) ?? []), step])
    } else names.push({ change: step, synced: false })
  }
  for (const changes of waiting.values()) for (const change of changes) applyByChance(durable, change, random)
  const least = names.findLastIndex(({ synced }) => synced) + 1
  const kept = lateNames ? least + random.below(names.length - least + 1) : names.length
  return { output, ...nameFiles(trace, names.slice(0, kept), durable) }
}

const isIn = (folder: string, change: NameChange) =>
  dirname(change.path) === folder || ('to' in change && dirname(change.to) === folder)

function apply(durable: Map<number, Buffer>, change: Change): void {
  durable.set(change.file, applyChange(durable.get(change.file) ?? Buffer.alloc(0), change))
}

function applyByChance(durable: Map<number, Buffer>, change: Change, random: Random): void {
  const chance = random.next()
  if (chance < 0.4) return
  if (chance < 0.7 || change.kind === 'cut') {
    apply(durable, change)
    return
  }
  for (let at = 0; at < change.bytes.length; at += sector) {
    if (random.chance(0.5)) {
      apply(durable, { ...change, at: change.at + at, bytes: change.bytes.subarray(at, at + sector) })
    }
  }
}

function nameFiles(trace: Trace, changes: { change: NameChange }[], durable: Map<number, Buffer>) {
  const names = new Map(trace.names)
  const folders = new Set(trace.roots)
  for (const { change } of changes) {
    if (change.kind === 'link') names.set(change.path, change.file)
    else if (change.kind === 'unlink') names.delete(change.path)
    else if (change.kind === 'mkdir') folders.add(change.path)
    else if (change.kind === 'rmdir') folders.delete(change.path)
    else if (change.kind === 'rename') rename(names, folders, change.path, change.to)
  }
  const files = new Map([...names].map(([path, file]) => [path, durable.get(file) ?? Buffer.alloc(0)]))
  return { files, folders }
}

function rename(names: Map<string, number>, folders: Set<string>, path: string, to: string): void {
  const moved = (name: string) => name === path || name.startsWith(`${path}/`)
  for (const [name, file] of [...names]) {
    if (!moved(name)) continue
    names.delete(name)
    names.set(to + name.slice(path.length), file)
  }
  for (const folder of [...folders]) {
    if (!moved(folder)) continue
    folders.delete(folder)
    folders.add(to + folder.slice(path.length))
  }
}

/** Writes the disk under `places`, one for each watched folder. The log's index is memory and never survives. */
export function layOut(lost: PowerLoss, roots: readonly string[], places: readonly string[]): void {
  const move = (path: string) => {
    const at = roots.findIndex((root) => path === root || path.startsWith(`${root}/`))
    return places[at]! + path.slice(roots[at]!.length)
  }
  for (const folder of places) rmSync(folder, { recursive: true, force: true })
  for (const folder of lost.folders) mkdirSync(move(folder), { recursive: true })
  for (const [path, bytes] of lost.files) {
    if (path.endsWith('-shm')) continue
    mkdirSync(dirname(move(path)), { recursive: true })
    writeFileSync(move(path), bytes)
  }
}

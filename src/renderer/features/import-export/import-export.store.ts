// The import being prepared: its files, how their columns are read, what came of it.

import { create } from 'zustand'
import type { FileChoice } from '../../../shared/contract/app.ts'
import type { FilePreview, ImportResult, TakenBack } from '../../../shared/contract/import-export.ts'
import type { CallError } from '../../../shared/errors.ts'
import { sayRemarks } from '../../../shared/messages/say-remarks.ts'
import type { FileMapping } from '../../../shared/rules/import-export/import-fields.ts'
import { call, grantDropped, onAppEvent } from '../../api/client.ts'
import { loading, queryClient } from '../../api/queries.ts'

export interface ImportFile {
  token: string
  name: string
  /** null while it is being read. */
  preview: FilePreview | null
  /** As the owner mapped it; without it the columns are recognised. */
  mapping: FileMapping | null
}

type Work =
  | { kind: 'preparing' }
  | { kind: 'importing'; done: number; total: number }
  | { kind: 'imported'; result: ImportResult }

interface ImportExportState {
  files: ImportFile[]
  work: Work
  /** Why nothing came of the newest step; the files stay as they are. */
  error: CallError | null
  /** A thing was dropped that is no file on this computer. */
  droppedNothing: boolean
  takenBack: { id: number; result: TakenBack } | null
  chooseFiles(): Promise<void>
  dropFiles(files: File[]): Promise<void>
  removeFile(token: string): void
  mapColumns(token: string, mapping: FileMapping): Promise<void>
  runImport(): Promise<void>
  /** Forgets the result, for the next import. */
  startAgain(): void
  takeBack(id: number): Promise<void>
}

export const useImportExport = create<ImportExportState>()((set, get) => {
  async function addFiles(chosen: FileChoice[]): Promise<void> {
    if (chosen.length === 0) return
    const added = chosen.map(({ token, name }) => ({ token, name, preview: null, mapping: null }))
    const before = get().work.kind === 'imported' ? [] : get().files
    set({ files: [...before, ...added], work: { kind: 'preparing' }, error: null, takenBack: null })
    for (const { token } of added) await readFile(token)
  }

  function changeFile(token: string, change: Partial<ImportFile>): void {
    set({ files: get().files.map((file) => (file.token === token ? { ...file, ...change } : file)) })
  }

  async function readFile(token: string): Promise<void> {
    const mapping = get().files.find((file) => file.token === token)?.mapping ?? null
    const answer = await call('importExport.preview', {
      files: [token],
      mappings: mapping ? { [token]: mapping } : {},
    })
    const file = get().files.find((one) => one.token === token)
    // Mapped anew while it was read: the newer reading is the one to show.
    if (!file || file.mapping !== mapping) return
    const preview = answer.ok ? answer.value[0] : undefined
    if (preview) changeFile(token, { preview, mapping: file.mapping && (preview.mapping ?? file.mapping) })
    else if (!answer.ok) changeFile(token, { preview: refusedPreview(file, answer.error) })
  }

  return {
    files: [],
    work: { kind: 'preparing' },
    error: null,
    droppedNothing: false,
    takenBack: null,
    async chooseFiles() {
      set({ droppedNothing: false })
      const answer = await call('app.chooseImportFiles', {})
      if (answer.ok) await addFiles(answer.value)
      else set({ error: answer.error })
    },
    async dropFiles(files) {
      const granted = await Promise.all(files.map(grantDropped))
      set({ droppedNothing: granted.some((file) => file === null) })
      await addFiles(granted.filter((file) => file !== null))
    },
    removeFile(token) {
      set({ files: get().files.filter((file) => file.token !== token), error: null })
    },
    async mapColumns(token, mapping) {
      changeFile(token, { mapping })
      await readFile(token)
    },
    async runImport() {
      const { files, work } = get()
      if (work.kind === 'importing' || files.length === 0) return
      set({ work: { kind: 'importing', done: 0, total: 0 }, error: null })
      const mappings = Object.fromEntries(
        files.flatMap((file) => (file.mapping ? [[file.token, file.mapping] as const] : [])),
      )
      const answer = await call('importExport.import', {
        files: files.map((file) => file.token),
        mappings,
        remarks: sayRemarks(),
      })
      if (answer.ok) {
        // The list first: a result that it does not hold was undone, and is not shown.
        await queryClient.prefetchQuery({ ...loading('importExport.imports', {}), staleTime: 0 })
        set({ work: { kind: 'imported', result: answer.value }, files: [] })
      } else set({ work: { kind: 'preparing' }, error: answer.error })
    },
    startAgain() {
      set({ files: [], work: { kind: 'preparing' }, error: null, takenBack: null })
    },
    async takeBack(id) {
      const answer = await call('importExport.takeBack', { id })
      if (!answer.ok) return set({ error: answer.error })
      set({ takenBack: { id, result: answer.value }, work: { kind: 'preparing' }, error: null })
    },
  }
})

function refusedPreview({ token, name }: ImportFile, error: CallError): FilePreview {
  return {
    file: token,
    name,
    error,
    format: null,
    mapping: null,
    recognised: false,
    people: 0,
    skipped: 0,
    sample: [],
    rejected: 0,
    rejections: [],
    notPeople: 0,
    notPeopleLines: [],
    warned: 0,
    warnings: [],
  }
}

onAppEvent((event) => {
  if (event.type !== 'progress' || event.call !== 'importExport.import') return
  const { work } = useImportExport.getState()
  if (work.kind !== 'importing') return
  useImportExport.setState({ work: { kind: 'importing', done: event.done, total: event.total } })
})

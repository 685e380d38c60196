// The calls that need Electron itself: dialogs, folders, printing, the owner's mail and telephone programs.
import { BrowserWindow, dialog, nativeTheme, shell } from 'electron'
import type { CallNameOf, CallOutput, ParsedInput } from '../shared/contract/index.ts'
import type { Answer } from '../shared/errors.ts'
import type { Grants } from './granted-files.ts'
import { openMail, openPhone, openText } from './open-outside.ts'
import { openSample } from './open-sample.ts'
import type { Paths } from './paths.ts'
import { printCallSheet, printLetters, saveCallSheetPdf, saveLettersPdf } from './print.ts'
import type { Storage } from './storage.ts'

export type ShellHandlers = {
  [N in CallNameOf<'shell'>]: (input: ParsedInput<N>) => Promise<Answer<CallOutput<N>>>
}

export interface Shell {
  storage: Storage
  grants: Grants
  paths: Paths
}

function done<T>(value: T): Answer<T> {
  return { ok: true, value }
}

function window(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows().find((candidate) => candidate.isVisible())
}

async function choose(options: Electron.OpenDialogOptions): Promise<string[]> {
  const parent = window()
  const chosen = parent ? await dialog.showOpenDialog(parent, options) : await dialog.showOpenDialog(options)
  return chosen.canceled ? [] : chosen.filePaths
}

export function makeShellHandlers({ grants, storage, paths }: Shell): ShellHandlers {
  /** Nothing of one file may stay on the screen of another. */
  const loadPageAnew = () => window()?.webContents.reload()
  /** Where to write a file; null when the owner thinks better of it. */
  async function chooseTarget(suggested: string, name: string, extension: string) {
    const parent = window()
    const options = {
      defaultPath: suggested.replaceAll(/[/\\]/g, '-'),
      filters: [{ name, extensions: [extension] }],
    }
    const chosen = parent
      ? await dialog.showSaveDialog(parent, options)
      : await dialog.showSaveDialog(options)
    return done(chosen.canceled ? null : grants.grant(chosen.filePath))
  }
  return {
    'app.tryAgain': () => storage.reopen(),
    'app.beginEmpty': () => storage.reopenWith('begin-empty'),
    'app.openWithoutLog': () => storage.reopenWith('without-log'),
    'app.openSample': async ({ afresh }) => {
      const opened = await openSample(storage, paths, afresh)
      if (opened.ok) loadPageAnew()
      return opened
    },
    'app.leaveSample': async () => {
      const opened = await storage.reopen(paths.data)
      if (!opened.ok) return opened
      loadPageAnew()
      return done({})
    },
    'app.isSampleOpen': async () => done({ open: storage.folder() === paths.sample }),
    'app.chooseImportFiles': async () => {
      const filters = [{ name: 'CSV, vCard', extensions: ['csv', 'tsv', 'txt', 'vcf', 'vcard'] }]
      const files = await choose({ properties: ['openFile', 'multiSelections'], filters })
      return done(files.map((file) => grants.grant(file)))
    },
    'app.chooseFolder': async () => {
      const [folder] = await choose({ properties: ['openDirectory', 'createDirectory'] })
      return done(folder === undefined ? null : grants.grant(folder))
    },
    'app.chooseBackupFile': async () => {
      const [file] = await choose({
        properties: ['openFile'],
        filters: [{ name: 'Regulars', extensions: ['db'] }],
      })
      return done(file === undefined ? null : grants.grant(file))
    },
    'app.choosePdfFile': async ({ suggested }) => chooseTarget(suggested, 'PDF', 'pdf'),
    'app.chooseCalendarFile': async ({ suggested }) => chooseTarget(suggested, 'iCalendar', 'ics'),
    'app.showFolder': async ({ token }) => {
      const path = grants.pathOf(token)
      if (path === undefined) return { ok: false, error: { code: 'unknown-file', facts: {} } }
      shell.showItemInFolder(path)
      return done({})
    },
    'app.openMail': async ({ address, ...words }) => done({ opened: await openMail(address, words) }),
    'app.openText': async ({ number, body }) => done({ opened: await openText(number, body) }),
    'app.openPhone': async ({ number }) => done({ opened: await openPhone(number) }),
    'app.setTheme': async ({ theme }) => {
      nativeTheme.themeSource = theme
      return done({})
    },
    'backup.inspect': async ({ file }) => {
      const path = grants.pathOf(file)
      return path === undefined
        ? { ok: false, error: { code: 'unknown-file', facts: {} } }
        : storage.inspect(path)
    },
    'backup.restore': ({ ticket }) => storage.restore(ticket),
    'callSheets.print': async (request) => printCallSheet(storage, request),
    'callSheets.savePdf': async ({ target, ...request }) => {
      const path = target === null ? null : grants.pathOf(target)
      if (path === undefined) return { ok: false, error: { code: 'unknown-file', facts: {} } }
      const saved = await saveCallSheetPdf(storage, request, path)
      return saved.ok ? done({ ...saved.value, folder: grants.grant(saved.value.file).token }) : saved
    },
    'texts.printLetters': async (letters) => printLetters(storage, letters),
    'texts.saveLetters': async ({ target, ...letters }) => {
      const path = target === null ? null : grants.pathOf(target)
      if (path === undefined) return { ok: false, error: { code: 'unknown-file', facts: {} } }
      const saved = await saveLettersPdf(storage, letters, path)
      return saved.ok ? done({ ...saved.value, folder: grants.grant(saved.value.file).token }) : saved
    },
  }
}

// The call sheet printed: sixty rows to a PDF, in a new hidden window each time, for ours as for the floor.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Run, takeTurns, type Window } from './driver.ts'

const rows = 60

export async function measurePrint({ windows, samples, plan, work, week }: Run): Promise<void> {
  const tokens = new Map<Window, string>()
  const fileOf = (window: Window) => join(work, `${window.line}.pdf`)
  for (const window of windows) {
    if (window.line !== 'bare') tokens.set(window, await fillSheet(window, week, fileOf(window)))
  }
  await takeTurns(windows, samples, {
    measure: 'print',
    warmUp: 1,
    rounds: plan.prints,
    async ours(window) {
      const from = performance.now()
      await ask(window.page, 'callSheets.savePdf', { week, target: tokens.get(window) })
      const took = performance.now() - from
      if (statSync(fileOf(window)).size < 10_000) throw new Error('the sheet was not printed')
      return took
    },
    bare: printBare,
  })
}

/** Puts people on the week's sheet; answers the token of the file that it is to be saved to. */
async function fillSheet({ app, page }: Window, week: string, file: string): Promise<string> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  for (let personId = 1; personId <= rows; personId += 1) {
    // Both as today and as the program of November 2026 took it: each leaves the other's out.
    const words = { personId, section: 'call', reason: 'No touch yet', learn: '', channel: '' }
    await ask(page, 'callSheets.addRow', { uid: crypto.randomUUID(), week, personId, words })
  }
  const { token } = (await ask(page, 'app.choosePdfFile', { suggested: 'sheet.pdf' })) as { token: string }
  return token
}

async function printBare({ app }: Window): Promise<number> {
  const from = performance.now()
  await app.evaluate(async ({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows()
    const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await hidden.loadURL(shown!.webContents.getURL())
    await hidden.webContents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true })
    hidden.destroy()
  })
  return performance.now() - from
}

async function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  const answer = await page.evaluate(
    ([called, given, id]) => {
      const { regulars } = window as unknown as { regulars: { call(...args: unknown[]): Promise<unknown> } }
      return regulars.call(called, given, id)
    },
    [name, input, crypto.randomUUID()] as const,
  )
  const { ok, value } = answer as { ok: boolean; value: unknown }
  if (!ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return value
}

// Hands a rebuilt mail, text or telephone link to the owner's own program, and only after the owner said yes.
import { BrowserWindow, dialog, shell } from 'electron'
import { AppError } from '../shared/errors.ts'
import { t } from '../shared/messages/translate.ts'
import { makeMailLink, makePhoneLink, makeTextLink } from '../shared/rules/people/outside-links.ts'

/**
 * @returns whether the program was asked to open; false when it is no address, too long, or the owner said no
 * @throws AppError no-program
 */
export async function openMail(address: string, words: { subject: string; body: string }): Promise<boolean> {
  return openLink(makeMailLink(address, words), t('app.outside.mail', { address }))
}

/**
 * @returns whether the program was asked to open; false when it is no number, too long, or the owner said no
 * @throws AppError no-program
 */
export async function openText(number: string, body: string): Promise<boolean> {
  return openLink(makeTextLink(number, body), t('app.outside.text', { number }))
}

/**
 * @returns whether the program was asked to open; false when it is no number or the owner said no
 * @throws AppError no-program
 */
export async function openPhone(number: string): Promise<boolean> {
  return openLink(makePhoneLink(number), t('app.outside.phone', { number }))
}

async function openLink(link: string | null, question: string): Promise<boolean> {
  if (link === null) return false
  const options: Electron.MessageBoxOptions = {
    type: 'question',
    message: question,
    buttons: [t('app.outside.open'), t('app.outside.cancel')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  }
  const parent = BrowserWindow.getAllWindows().find((window) => window.isVisible())
  const { response } = parent
    ? await dialog.showMessageBox(parent, options)
    : await dialog.showMessageBox(options)
  if (response !== 0) return false
  try {
    await shell.openExternal(link)
  } catch (error) {
    throw new AppError('no-program', {}, { cause: error })
  }
  return true
}

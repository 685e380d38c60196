// The Backup screen, as a test handles it.
import type { Locator, Page } from '@playwright/test'
import { t } from '../../../src/shared/messages/translate.ts'

export class BackupPage {
  private readonly window: Page

  constructor(window: Page) {
    this.window = window
  }

  get heading(): Locator {
    return this.window.getByRole('heading', { level: 1, name: t('backup.title') })
  }

  /** Backs up to the folder that the next dialog answers. */
  async backUpNow(): Promise<void> {
    await this.window.getByRole('button', { name: t('backup.backUpNow') }).click()
  }

  async checkFile(): Promise<void> {
    await this.window.getByRole('button', { name: t('backup.checkFile') }).click()
  }

  async checkBackup(): Promise<void> {
    await this.window.getByRole('button', { name: t('backup.checkBackup') }).click()
  }

  /** What a check found wrong, one line each. */
  get problems(): Locator {
    return this.window.getByRole('alert').getByRole('listitem')
  }

  /** Looks at the file that the next dialog answers. */
  async restoreBackup(): Promise<void> {
    await this.restoreButton.click()
  }

  get restoreButton(): Locator {
    return this.window.getByRole('button', { name: t('backup.restore.open') })
  }

  get restoreDialog(): Locator {
    return this.window.getByRole('dialog')
  }

  async confirmRestore(): Promise<void> {
    await this.restoreDialog.getByRole('button', { name: t('backup.restore.confirm') }).click()
  }

  get rows(): Locator {
    return this.window.getByRole('table').getByRole('row')
  }
}

// The Import screen, as a test handles it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { t } from '../../../src/shared/messages/translate.ts'
import type { ImportField } from '../../../src/shared/rules/import-export/import-fields.ts'
import type { Regulars } from '../fixtures.ts'
import { ShellPage } from './shell-page.ts'

export class ImportPage {
  private readonly regulars: Regulars

  constructor(regulars: Regulars) {
    this.regulars = regulars
  }

  private get window() {
    return this.regulars.window
  }

  async open(): Promise<void> {
    await new ShellPage(this.window).open('people')
    await this.window
      .getByRole('button', { name: t('people.import') })
      .first()
      .click()
    await this.window.getByRole('heading', { level: 1, name: t('importExport.screen.title') }).waitFor()
  }

  /** Writes a file outside the data folder and gives its path. */
  write(name: string, content: string): string {
    const folder = this.regulars.folder('to-import')
    mkdirSync(folder, { recursive: true })
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }

  /** Chooses files in the system dialog, for the first or for more. */
  async choose(...paths: string[]): Promise<void> {
    await this.regulars.chooseInDialog(...paths)
    const more = this.window.getByRole('button', { name: t('importExport.screen.chooseMore') })
    const first = this.window.getByRole('button', { name: t('importExport.screen.choose'), exact: true })
    await more.or(first).click()
  }

  /** The part of the screen about one file. */
  file(name: string): Locator {
    return this.window.getByRole('region', { name, exact: true })
  }

  async map(heading: string, field: ImportField): Promise<void> {
    await this.window
      .getByLabel(t('importExport.screen.goesToLabel', { heading }))
      .selectOption({ label: t(`importExport.fields.${field}`) })
  }

  importButton(count: number): Locator {
    const name = t('importExport.screen.importCount', { count, shown: String(count) })
    return this.window.getByRole('button', { name, exact: true })
  }

  get result(): Locator {
    return this.window.getByRole('region', { name: t('importExport.result.title') })
  }
}

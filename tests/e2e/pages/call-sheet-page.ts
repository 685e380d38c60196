// The Call sheet screen, as a test handles it.
import type { Locator, Page } from '@playwright/test'
import { t } from '../../../src/shared/messages/translate.ts'

export class CallSheetPage {
  private readonly window: Page

  constructor(window: Page) {
    this.window = window
  }

  get rows(): Locator {
    return this.window.locator('[data-row]')
  }

  /** What the last Propose, Print or Save brought. */
  get outcome(): Locator {
    return this.window.getByRole('main').getByRole('status')
  }

  /** The pages as they print. */
  get preview(): Locator {
    return this.window.getByRole('region', { name: t('callSheets.preview') })
  }

  button(name: string): Locator {
    return this.window.getByRole('main').getByRole('button', { name, exact: true })
  }

  async propose(): Promise<void> {
    await this.button(t('callSheets.propose')).click()
  }

  /** Two letters and Enter in the picker. */
  async putOn(typed: string): Promise<void> {
    const picker = this.window.getByRole('textbox', { name: t('callSheets.addPerson') })
    await picker.fill(typed)
    await picker.press('Enter')
  }
}

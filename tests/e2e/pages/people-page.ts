// The list of people and one person's page, as a test handles them.
import type { Locator, Page } from '@playwright/test'
import { t } from '../../../src/shared/messages/translate.ts'

export class PeoplePage {
  private readonly window: Page

  constructor(window: Page) {
    this.window = window
  }

  get search(): Locator {
    return this.window.getByRole('combobox', { name: t('people.search') })
  }

  get lines(): Locator {
    return this.window.getByRole('listbox', { name: t('people.title') }).getByRole('option')
  }

  line(text: string): Locator {
    return this.lines.filter({ hasText: text })
  }

  async showTab(tab: 'people' | 'firms' | 'bin'): Promise<void> {
    await this.window.getByRole('tab', { name: t(`people.tabs.${tab}`), exact: true }).click()
  }

  /** The name at the head of a person's page. */
  get heading(): Locator {
    return this.window.getByRole('heading', { level: 1 })
  }

  /** Opens a text that is edited in place, by its name for screen readers. */
  async edit(name: string | RegExp, text: string): Promise<void> {
    await this.window.getByRole('button', { name }).click()
    await this.window.locator(':focus').fill(text)
    await this.window.keyboard.press('Enter')
  }
}

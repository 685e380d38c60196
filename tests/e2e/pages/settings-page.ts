// The Settings screen, as a test handles it.

import type { Locator, Page } from '@playwright/test'
import type { MessageKey } from '../../../src/shared/message-key.ts'
import { t } from '../../../src/shared/messages/translate.ts'

export class SettingsPage {
  private readonly window: Page

  constructor(window: Page) {
    this.window = window
  }

  get heading(): Locator {
    return this.window.getByRole('heading', { level: 1, name: t('settings.title') })
  }

  /** The field of a setting, by the key of its label. */
  field(key: MessageKey): Locator {
    return this.window.getByRole('textbox', { name: t(key), exact: true })
  }

  /** Types into a field and leaves it with Enter. */
  async type(key: MessageKey, text: string): Promise<void> {
    await this.field(key).fill(text)
    await this.field(key).press('Enter')
  }

  async choose(key: MessageKey, option: string): Promise<void> {
    const group = this.window.getByRole('radiogroup', { name: t(key) })
    await group.getByText(option, { exact: true }).click()
  }

  day(name: string): Locator {
    return this.window.getByRole('checkbox', { name, exact: true })
  }
}

// The frame around every screen, as a test handles it: sidebar, top bar, the line at the foot.

import { expect, type Locator, type Page } from '@playwright/test'
import type { MessageKey } from '../../../src/shared/message-key.ts'
import { t } from '../../../src/shared/messages/translate.ts'

const labels = {
  today: 'app.today',
  'focus-list': 'app.focusList',
  'call-sheet': 'app.callSheet',
  people: 'app.people',
  referrals: 'referrals.title',
  backup: 'app.backup',
  settings: 'app.settings',
} as const satisfies Record<string, MessageKey>

export type ScreenName = keyof typeof labels

export class ShellPage {
  private readonly window: Page

  constructor(window: Page) {
    this.window = window
  }

  get sidebar(): Locator {
    return this.window.getByRole('navigation', { name: t('app.screens') })
  }

  link(name: ScreenName): Locator {
    return this.sidebar.getByRole('listitem').getByRole('button', { name: t(labels[name]) })
  }

  /** Goes to a screen by the sidebar. */
  async open(name: ScreenName): Promise<void> {
    await this.link(name).click()
  }

  /** The line that says what was done. */
  get foot(): Locator {
    return this.window.getByTestId('foot-line')
  }

  async undo(): Promise<void> {
    await this.foot.getByRole('button', { name: t('app.undo') }).click()
  }

  /** Opens the search box, types, and takes the first thing it offers. */
  async find(typed: string): Promise<void> {
    await this.window.keyboard.press('Control+k')
    const box = this.window.getByRole('textbox', { name: t('app.find') })
    await box.fill(typed)
    await box.press('Enter')
    // Enter waits for the answer: until then this box is the one on the screen, and keys would be its own.
    await expect(box).toBeHidden()
  }
}

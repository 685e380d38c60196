// The frame around every screen, as a test handles it: sidebar, top bar, the line at the foot.
import type { Locator, Page } from '@playwright/test'
import { type MessageKey, t } from '../../../src/shared/messages/translate.ts'

export type ScreenName = 'today' | 'focusList' | 'callSheet' | 'people' | 'backup' | 'settings'

export class ShellPage {
  private readonly window: Page

  constructor(window: Page) {
    this.window = window
  }

  link(name: ScreenName): Locator {
    return this.window.getByRole('navigation').getByRole('button', { name: t(`app.${name}` as MessageKey) })
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
    await this.foot.getByRole('button').click()
  }
}

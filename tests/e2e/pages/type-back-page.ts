// The Type back tab of the Call sheet screen, as a test handles it.
import type { Locator, Page } from '@playwright/test'
import { t } from '../../../src/shared/messages/translate.ts'
import type { Ask } from '../../../src/shared/rules/type-back/sheet-entry.ts'
import type { ShellPage } from './shell-page.ts'

export class TypeBackPage {
  private readonly window: Page

  constructor(window: Page) {
    this.window = window
  }

  get box(): Locator {
    return this.window.getByRole('textbox', { name: t('callSheets.typing.lines') })
  }

  /** The line as it will be saved, by its number in the box. */
  line(number: number): Locator {
    return this.window.getByRole('table').locator(`[data-line="${number}"]`)
  }

  field(ask: Ask, name: string): Locator {
    const what = t(`callSheets.typing.asks.${ask}`)
    return this.window.getByRole('textbox', {
      name: t('callSheets.typing.askOf', { what, name }),
      exact: true,
    })
  }

  get save(): Locator {
    return this.window
      .getByRole('region', { name: t('callSheets.typing.title') })
      .locator('[aria-keyshortcuts]')
  }

  get problems(): Locator {
    return this.window.getByRole('region', { name: t('callSheets.typing.title') }).getByRole('status')
  }

  get saved(): Locator {
    return this.window.getByRole('region', { name: t('callSheets.typing.saved.title') })
  }

  async open(shell: ShellPage): Promise<void> {
    await shell.find(t('callSheets.typing.title'))
    await this.box.waitFor()
  }
}

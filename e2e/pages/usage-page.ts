import type { Locator, Page } from 'playwright/test'

type ChoiceName = 'By' | 'Show' | 'Stack by' | 'Times' | 'Compare' | 'Count' | 'Month'

/** A usage view as a person finds their way about it. */
export class UsagePage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get range(): Locator {
    return this.page.getByRole('button', { name: /^Range:/ })
  }

  get delay(): Locator {
    return this.page.getByRole('note', { name: 'Data delay' })
  }

  panel(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  /** The value of a figure at the top. */
  figure(name: string): Locator {
    return this.page.locator('dl > div').filter({ has: this.page.getByText(name, { exact: true }) })
  }

  /** The exact number behind an amount that is shown rounded. */
  async exactBytes(within: Locator): Promise<number> {
    const title = await within.locator('[title$=" bytes"]').first().getAttribute('title')
    return Number((title ?? '').replace(/[^\d]/g, ''))
  }

  async choose(group: ChoiceName, name: string): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: group, exact: true })
      .getByText(name, { exact: true })
      .click()
  }

  /** In the frame, which a small screen hides. */
  async chooseAccount(name: string): Promise<void> {
    const picker = this.page.getByRole('combobox', { name: 'Account', exact: true })
    await picker.selectOption({ label: name })
  }

  async choosePreset(name: string): Promise<void> {
    await this.range.click()
    await this.page.getByRole('button', { name, exact: true }).click()
  }
}

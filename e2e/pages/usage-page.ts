import type { Locator, Page } from 'playwright/test'

/** Lists of the chart's own, by the words that each choice has in them. */
const LISTED: Readonly<Record<string, string>> = {
  Hour: 'By hour',
  Day: 'By day',
  Month: 'By month',
}

type ChoiceName =
  | 'By'
  | 'Show'
  | 'Stack by'
  | 'Times'
  | 'Compare'
  | 'What is compared'
  | 'Month'
  | 'Auto-refresh'

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
    return this.page.getByRole('note', { name: 'Data delay', includeHidden: true })
  }

  panel(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  /** The table of a chart's numbers, period by period. */
  periods(chart: string): Locator {
    return this.panel(`${chart} by period`)
  }

  /** Chooses what the chart shows, by its figure. */
  async showChart(figure: string): Promise<void> {
    await this.figure(figure).click()
  }

  /** Chooses the table below the chart, by its tab. */
  async showTable(name: string): Promise<void> {
    const tables = this.page.getByRole('tablist', { name: 'Tables' })
    await tables.getByRole('tab', { name, exact: true }).click()
  }

  /** The value of a figure at the top. */
  figure(name: string): Locator {
    return this.page
      .locator('dl > div, [role=tab], [data-figure]')
      .filter({ has: this.page.getByText(name, { exact: true }) })
  }

  /** The exact number behind an amount that is shown rounded. */
  async exactBytes(within: Locator): Promise<number> {
    const title = await within.locator('[title$=" bytes"]').first().getAttribute('title')
    return Number((title ?? '').replace(/[^\d]/g, ''))
  }

  async choose(group: ChoiceName, name: string): Promise<void> {
    if (group === 'By' || group === 'Show') {
      const list = this.page.getByRole('combobox', { name: group, exact: true })
      await list.selectOption({ label: LISTED[name] ?? name })
      return
    }
    const sheet = this.page.getByRole('button', { name: /^Filters/ })
    const isSmall = await sheet.isVisible()
    if (isSmall) await sheet.click()
    if (group === 'Stack by' || group === 'Compare') {
      await this.page
        .getByRole('combobox', { name: group, exact: true })
        .selectOption({ label: name })
    } else {
      if (!isSmall) await this.page.getByRole('button', { name: /^More choices/ }).click()
      const choice = this.page
        .getByRole('radiogroup', { name: group, exact: true })
        .getByText(name, { exact: true })
      await choice.click()
    }
    if (isSmall || !['Stack by', 'Compare'].includes(group)) {
      await this.page.keyboard.press('Escape')
      await this.page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
  }

  /** Filters for a value, found by typing. */
  async filter(text: string, name: string): Promise<void> {
    const sheet = this.page.getByRole('button', { name: /^Filters/ })
    const isSmall = await sheet.isVisible()
    if (isSmall) await sheet.click()
    await this.page.getByRole('button', { name: 'Filter', exact: true }).click()
    await this.page.getByLabel('Find a value to filter for').fill(text)
    await this.page.getByRole('option', { name, exact: true }).click()
    await this.page.keyboard.press('Escape')
    if (isSmall) await this.page.keyboard.press('Escape')
  }

  /** In the frame, where a small screen has it in the navigation. */
  async chooseAccount(name: string): Promise<void> {
    const picker = this.page.getByRole('combobox', { name: 'Account', exact: true })
    await picker.selectOption({ label: name })
  }

  async choosePreset(name: string): Promise<void> {
    await this.range.click()
    await this.page.getByRole('button', { name, exact: true }).click()
  }
}

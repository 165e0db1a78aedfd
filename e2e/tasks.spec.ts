import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { countClicks } from './pages/count-clicks.ts'
import { UsagePage } from './pages/usage-page.ts'

test.use({
  accounts: ['main', 'north'],
  viewport: { width: 1366, height: 650 },
  permissions: ['clipboard-write'],
})

/** The store is opened with its first use, which a busy machine takes seconds for. */
const OPENING = { timeout: 30_000 }

/**
 * Begins at a page and does a task there.
 *
 * @param most clicks that it may take
 */
function task(
  name: string,
  most: number,
  start: string,
  work: (asked: { page: Page; view: UsagePage }) => Promise<void>,
): void {
  test(`${name}: at most ${most} ${most === 1 ? 'click' : 'clicks'}`, async ({ page }) => {
    const clicks = await countClicks(page)
    await page.goto(start)
    await work({ page, view: new UsagePage(page) })
    const count = await clicks.count()
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThanOrEqual(most)
  })
}

const USAGE = '/account?account=main&product=super-sim'
/** Opens what the month will come to, from the page's figures. */
async function openForecast(view: UsagePage): Promise<void> {
  const figure = view.figure('Nov expected')
  await figure.getByRole('link').or(figure).first().click()
}

const navigation = (page: Page) => page.getByRole('navigation')

test.describe('what a fleet manager asks', () => {
  test.setTimeout(60_000)

  task('which country cost most last month, and how much more', 4, USAGE, async ({ view }) => {
    await view.choosePreset('Last month')
    await view.choose('Stack by', 'Country')
    await view.choose('Compare', 'A month before')
    const rows = view.panel('By country').locator('tbody tr')
    await expect(rows.first()).toContainText(/\$[\d,.]+/)
    const change = view.panel('By country').getByRole('columnheader', { name: 'Change of cost' })
    await expect(change).toBeVisible()
    await expect(rows.first().locator('td').last()).toContainText(/^[+−]\$[\d,.]+/)
  })

  task('which SIMs are over their limit', 2, USAGE, async ({ page }) => {
    await navigation(page).getByRole('link', { name: 'SIMs' }).click()
    const over = page.getByText(/^Over a limit \(\d+\)$/)
    const [, count = ''] = /\((\d+)\)/.exec(await over.innerText()) ?? []
    await over.click()
    await expect(page.getByRole('heading', { name: new RegExp(`^${count} SIMs?$`) })).toBeVisible()
  })

  task('a link to the daily usage of one country in October', 6, USAGE, async ({ page, view }) => {
    await view.filter('ger', 'Germany')
    await view.range.click()
    await page.keyboard.type('oct 2026')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('button', { name: 'Copy link', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    await expect(view.periods('Data').locator('tbody tr').first()).toContainText('Oct 2026')
  })

  task('18 months by month', 2, USAGE, async ({ view }) => {
    await view.choosePreset('Last 18 months')
    await expect(view.periods('Data').locator('tbody tr').nth(1)).toContainText(/^Oct 2026/)
  })

  task('from a spike to the SIM that caused it', 3, USAGE, async ({ page, view }) => {
    const chart = view.panel('Data').locator('.recharts-surface').first()
    await expect(chart.locator('[data-part] path').first()).toBeVisible()
    await expect(view.figure('Total data')).not.toContainText('incomplete')
    const box = await chart.boundingBox()
    if (!box) throw new Error('There is no chart.')
    await chart.click({ position: { x: box.width / 2, y: box.height - 60 } })
    await page.getByRole('menuitem', { name: 'The SIMs of it' }).click()
    await view.panel('By SIM').locator('tbody a').first().click()
    await expect(page).toHaveURL(/\/sims\/HS[0-9a-f]{32}\?.*range=/)
    await expect(page.getByText(/^(Used until|Silent since|No usage)/)).toBeVisible()
  })

  test('what a SIM used last night: at most 3 clicks', async ({ page, stack }) => {
    const base = `${stack.gatewayUrl}/api/accounts/main/super-sim/v1`
    const answer = await fetch(`${base}/Sims?Status=active&PageSize=1`)
    const { sims }: { sims: { iccid: string }[] } = await answer.json()
    const clicks = await countClicks(page)
    await page.goto(USAGE)
    await expect(page.getByRole('button', { name: 'Go to' })).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.keyboard.type(sims[0]?.iccid ?? '')
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^(Used until|Silent since|No usage)/)).toBeVisible()
    const view = new UsagePage(page)
    await view.choosePreset('Last 24 hours')
    await expect(view.periods('Data').locator('tbody tr').first()).toContainText(/\d\d:00/)
    expect(await clicks.count()).toBeLessThanOrEqual(3)
  })

  task('two accounts side by side', 3, USAGE, async ({ view }) => {
    await view.chooseAccount('All accounts')
    await view.choose('Stack by', 'Account')
    await expect(view.panel('By account').locator('tbody tr')).toHaveCount(2)
  })

  task('saves it as the start page', 3, USAGE, async ({ page }) => {
    await page.getByRole('button', { name: 'Save view' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Name').fill('Every morning')
    await form.getByRole('checkbox', { name: 'Make it the start page' }).click()
    await form.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(form.getByText('The dashboard opens with it from now on.')).toBeVisible(OPENING)
  })

  task('all countries as CSV', 2, `${USAGE}&group=country`, async ({ page, view }) => {
    await expect(view.figure('Total data')).not.toContainText('incomplete')
    const table = view.panel('By country')
    await table.getByRole('button', { name: /^Export the table/ }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: /CSV/ }).click()
    const text = await readFile(await (await downloading).path(), 'utf8')
    const rows = await table.locator('tbody tr').count()
    expect(rows).toBeGreaterThan(10)
    expect(text.split('\r\n')).toHaveLength(rows + 1)
  })

  task('shares it with somebody without access', 4, USAGE, async ({ page }) => {
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('button', { name: 'Link for people without access' }).click()
    await page.getByRole('button', { name: 'Make the link' }).click()
    const link = page.getByLabel('Read-only link')
    await expect(link).toHaveValue(/^http.*\/s\/./, OPENING)
    await page.getByRole('button', { name: /^Copy/ }).last().click()
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  })

  task('whether yesterday is final', 1, USAGE, async ({ page }) => {
    const line = page.locator('summary').first()
    await expect(line).toContainText(/Usage may be missing: since 19 Nov, 12:00 UTC/)
    await line.click()
    await expect(page.getByRole('note', { name: 'Data delay' })).toBeVisible()
  })

  task('what the month will cost', 1, USAGE, async ({ view }) => {
    await openForecast(view)
    await expect(view.figure('Expected at the end of the month')).toContainText(/\$[\d,]+/)
  })

  task('a budget that stays from page to page', 3, USAGE, async ({ page, view }) => {
    await openForecast(view)
    const budget = page.getByLabel('Budget of the month in USD')
    await budget.click()
    await budget.fill('2000')
    await budget.press('Enter')
    await expect(page).toHaveURL(/budget=2000/)
    await page.goto(page.url())
    await expect(view.figure('Budget')).toContainText('$2,000')
    await navigation(page).getByRole('link', { name: 'SIMs' }).click()
    await expect(page).toHaveURL(/\/sims/)
    await navigation(page).getByRole('link', { name: 'Usage' }).press('Enter')
    await expect(view.figure('Budget')).toContainText('$2,000')
  })

  task('SIMs abroad today', 2, '/account?account=main&range=today', async ({ page }) => {
    await navigation(page).getByRole('link', { name: 'SIMs' }).click()
    await page.getByText(/^Abroad \(\d+\)$/).click()
    await expect(page).toHaveURL(/range=today.*only=abroad|only=abroad.*range=today/)
    await expect(page.getByRole('table', { name: 'SIMs' }).getByRole('link').first()).toBeVisible()
  })
})

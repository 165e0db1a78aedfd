import type { Page } from 'playwright/test'
import { HOSTILE_STRINGS } from '#testing/hostile-strings.ts'
import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

/** That nothing ran; that nothing tried to is seen in the console, where the content policy would complain. */
async function nothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
}

test.describe('hostile texts', () => {
  test.setTimeout(60_000)

  test.beforeEach(({ page }) => {
    page.on('dialog', () => {
      throw new Error('A dialog was opened.')
    })
    page.on('request', (request) => {
      const { hostname } = new URL(request.url())
      if (hostname !== '127.0.0.1') throw new Error(`Asked ${hostname}.`)
    })
  })

  test('are only texts as names of SIMs', async ({ page }) => {
    const sims = HOSTILE_STRINGS.map((name, index) => ({
      sid: `DE${String(index).padStart(32, '0')}`,
      unique_name: name,
      friendly_name: name,
      iccid: `89${String(index).padStart(17, '0')}`,
      status: name,
      rate_plan_sid: name,
    }))
    await page.route('**/api/accounts/main/programmable-wireless/v1/Sims?*', async (route) => {
      const original = await (await route.fetch()).json()
      const [example] = original.sims
      const meta = { ...original.meta, next_page_url: null }
      return route.fulfill({
        json: { meta, sims: sims.map((sim) => ({ ...example, ...sim, status: example.status })) },
      })
    })
    const none = { usage_records: [], meta: { key: 'usage_records', next_page_url: null } }
    await page.route('**/Sims/DE*/UsageRecords?*', (route) => route.fulfill({ json: none }))
    await page.goto('/sims?product=programmable-wireless')
    await expect(
      page.getByText(`${HOSTILE_STRINGS.length} Programmable Wireless SIMs`),
    ).toBeVisible()
    // Only the rows in sight are there: every one of them comes into sight.
    const list = page.getByRole('group', { name: 'SIMs' })
    const last = page.locator(`tr[aria-rowindex="${HOSTILE_STRINGS.length + 1}"]`)
    await list.focus()
    while ((await last.count()) === 0) await page.keyboard.press('PageDown')
    await expect(last).toBeVisible()
    await page.getByRole('searchbox').fill('window.broken=1</script>')
    await expect(
      page.getByRole('link', { name: '<script>window.broken=1</script>', exact: true }).first(),
    ).toBeVisible()
    await nothingRan(page)
  })

  test('are only texts in saved views', async ({ page }) => {
    const views = HOSTILE_STRINGS.map((text, index) => ({
      id: String(index),
      name: text,
      description: text,
      owner: text,
      path: '/account',
      search: `range=${encodeURIComponent(text.replace(/[\uD800-\uDFFF]/g, ''))}`,
      start: false,
      version: 1,
      editable: true,
      changedAt: '2026-11-20T12:00:00.000Z',
    }))
    await page.route('**/api/views', (route) => route.fulfill({ json: { views } }))
    await page.goto('/views')
    await expect(page.locator('tbody tr')).toHaveCount(HOSTILE_STRINGS.length)
    await nothingRan(page)
  })

  test('are named as not understood in the address', async ({ page }) => {
    const some = HOSTILE_STRINGS.filter((text, index) => index % 40 === 0 && text.trim() !== '')
    for (const text of some) {
      const value = encodeURIComponent(text.replace(/[\uD800-\uDFFF]/g, ''))
      await page.goto(`/account?range=${value}&by=${value}&${value}=1`)
      await expect(page.getByRole('note', { name: 'Address not understood' })).toBeVisible()
      await expect(new UsagePage(page).range).toContainText('Last 30 days')
      await nothingRan(page)
    }
  })
})

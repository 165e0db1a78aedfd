import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

test.describe('kept usage', () => {
  test('stands in a view where KORE has forgotten it, and the page says so', async ({
    page,
    expectAccessible,
  }) => {
    const day = (date: string, bytes: number) => ({
      period: { start: `${date}T00:00:00Z`, end: `${date}T23:59:59Z` },
      data: { total: bytes, home: { total: bytes }, national_roaming: null },
      commands: {},
    })
    const old = [day('2025-05-10', 1_000_000), day('2025-05-11', 2_000_000)]
    await page.route('**/UsageRecords?*', async (route) => {
      const control = await route.request().headerValue('Cache-Control')
      const json = { usage_records: old, meta: { next_page_url: null } }
      return control === 'only-if-cached' ? route.fulfill({ json }) : route.continue()
    })
    await page.goto('/account?range=2025-05-10..2025-05-12&by=day')
    const view = new UsagePage(page)
    await expect(view.figure('Total data')).toContainText('3.00 MB')
    await expect(view.figure('Total data')).not.toContainText('incomplete')
    await expect(page.getByRole('note', { name: 'Retention' })).toContainText(
      'Usage before 20 May 2025, 00:00 UTC is what was kept here.',
    )
    await expectAccessible()
    await page.unroute('**/UsageRecords?*')
    await page.reload()
    await expect(page.getByRole('heading', { name: 'KORE no longer has this usage' })).toBeVisible()
  })

  test('tells how much is kept, lets it be downloaded, and asks before it deletes', async ({
    page,
    expectAccessible,
  }) => {
    // The sandbox's numbers are never kept for good, so the gateway's answer is given here.
    const kept = { durable: true, answers: 3, bytes: 1_234_567 }
    const moments = { firstKeptAt: '2026-11-01T08:00:00Z', lastKeptAt: '2026-11-19T09:30:00Z' }
    let deleted = false
    await page.route('**/api/accounts/main/kept', (route) => {
      deleted ||= route.request().method() === 'DELETE'
      const json = deleted ? { durable: true, answers: 0, bytes: 0 } : { ...kept, ...moments }
      return route.fulfill({ json })
    })
    await page.goto('/kept')
    await expect(page.getByText('3 answers, 1.23 MB of JSON, kept between')).toContainText(
      '1 Nov 2026, 08:00 UTC and 19 Nov 2026, 09:30 UTC',
    )
    await expect(page.getByRole('link', { name: 'Download all' })).toHaveAttribute(
      'href',
      '/api/accounts/main/kept/export',
    )
    await expectAccessible()
    await page.getByRole('button', { name: 'Delete all' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByText('3 answers, 1.23 MB')).toBeVisible()
    expect(deleted).toBe(false)
    await page.getByRole('button', { name: 'Delete all' }).click()
    await page.getByRole('button', { name: 'Delete 3 answers' }).click()
    await expect(page.getByText('0 answers, 0 B of JSON.')).toBeVisible()
  })
})

import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

interface WireUsage {
  readonly period: { readonly start: string }
  readonly data: { readonly total: number; readonly upload: number; readonly download: number }
  readonly commands: { readonly to_sim?: number; readonly from_sim?: number }
}

/** Every hourly record of the account in a range, straight from the API. */
async function hourlyRecords(gatewayUrl: string, start: string, end: string): Promise<WireUsage[]> {
  const path = `${gatewayUrl}/api/accounts/main/programmable-wireless/v1/UsageRecords`
  const records: WireUsage[] = []
  let query = `?Granularity=hourly&Start=${start}&End=${end}&PageSize=200`
  while (query) {
    const page: { usage_records: WireUsage[]; meta: { next_page_url: string | null } } = await (
      await fetch(path + query)
    ).json()
    records.push(...page.usage_records)
    query = page.meta.next_page_url ? new URL(page.meta.next_page_url).search : ''
  }
  return records
}

test.describe('account usage', () => {
  test('shows the last 30 days, and every number agrees with the hourly records', async ({
    page,
    stack,
  }) => {
    await page.goto('/')
    await expect(page).toHaveURL(/\/account$/)
    const view = new UsagePage(page)
    await expect(view.range).toHaveAccessibleName('Range: Last 30 days, 22 Oct – 20 Nov 2026 UTC')
    const total = view.figure('Total data')
    await expect(total).toBeVisible()
    await expect(total).not.toContainText('incomplete')

    const hours = await hourlyRecords(
      stack.gatewayUrl,
      '2026-10-22T00:00:00Z',
      '2026-11-21T00:00:00Z',
    )
    const sum = (read: (record: WireUsage) => number) =>
      hours.reduce((all, record) => all + read(record), 0)
    expect(await view.exactBytes(total)).toBe(sum(({ data }) => data.total))
    const exact = (bytes: number) => `[title="${bytes.toLocaleString('en-US')} bytes"]`
    await expect(total.locator(exact(sum(({ data }) => data.download)))).toBeVisible()
    await expect(total.locator(exact(sum(({ data }) => data.upload)))).toBeVisible()
    const toSim = sum(({ commands }) => commands.to_sim ?? 0).toLocaleString('en-US')
    await expect(view.figure('Commands')).toContainText(`${toSim} to SIM`)

    await view.periods('Data').getByRole('button', { name: 'Show all 30 rows' }).click()
    const rows = view.periods('Data').locator('tbody tr')
    await expect(rows).toHaveCount(30)
    for (const index of [0, 1, 2, 15, 29]) {
      const day = new Date(Date.UTC(2026, 10, 20 - index)).toISOString().slice(0, 10)
      const shown = await view.exactBytes(rows.nth(index).locator('td').first())
      const ofDay = hours.filter(({ period }) => period.start.startsWith(day))
      expect(shown, day).toBe(ofDay.reduce((all, { data }) => all + data.total, 0))
    }
  })

  test('marks what is not final: in the figures, the chart, the legend and the table', async ({
    page,
  }) => {
    await page.goto('/account')
    const view = new UsagePage(page)
    await expect(view.figure('Total data')).toContainText('not final')
    const data = view.panel('Data')
    await expect(data.getByRole('list', { name: 'Legend' })).toContainText('not final')
    await expect(data.locator('[data-now]')).toHaveText('now')
    const states = view.periods('Data').locator('tbody tr td:nth-of-type(2)')
    await expect(states).toHaveText([
      'Usage may be missing',
      'Usage may be missing',
      'May still grow',
      'Final',
      'Final',
      'Final',
      'Final',
    ])
    const [final, hatched] = [
      data.locator('[data-part=home] path').first(),
      data.locator('[data-part=home] path').last(),
    ]
    const bars = async (path: typeof final) =>
      ((await path.getAttribute('d')) ?? '').split('M').length - 1
    expect(await bars(final)).toBe(27)
    expect(await bars(hatched)).toBe(3)
    await view.showTable('Roaming countries')
    await expect(view.panel('Countries of international roaming')).toContainText(
      'so far, not final',
    )
  })

  test('marks nothing where everything is final', async ({ page }) => {
    await page.goto('/account?range=last-month')
    const view = new UsagePage(page)
    await expect(view.delay).toContainText('Final')
    await expect(view.figure('Total data')).not.toContainText('not final')
  })

  test('shows download and upload at a click, in figures that add up', async ({ page }) => {
    await page.goto('/account')
    const view = new UsagePage(page)
    const sum = view.page.locator('tfoot td').first()
    const totals: number[] = []
    for (const [choice, title] of [
      ['Total', 'Data'],
      ['Download', 'Data downloaded'],
      ['Upload', 'Data uploaded'],
    ] as const) {
      await view.choose('Show', choice)
      await expect(view.panel(title)).toBeVisible()
      const name = title === 'Data' ? 'Total data' : title
      await expect(view.figure(name)).not.toContainText('incomplete')
      await expect(view.panel(title)).toHaveAttribute('aria-busy', 'false')
      expect(await view.exactBytes(view.figure(name))).toBe(await view.exactBytes(sum))
      totals.push(await view.exactBytes(sum))
    }
    expect(totals[1]).toBeGreaterThan(0)
    expect((totals[1] ?? 0) + (totals[2] ?? 0)).toBe(totals[0])
    await view.showChart('Commands from SIM')
    await expect(view.panel('Commands from SIM')).toBeVisible()
    await expect(page).toHaveURL(/show=upload&chart=commands/)
  })

  test('shows hours, days, months and one total, which agree', async ({ page }) => {
    await page.goto('/account?range=2026-09-30..2026-10-02')
    const view = new UsagePage(page)
    await expect(view.figure('Total data')).toBeVisible()
    await expect(view.figure('Total data')).not.toContainText('incomplete')
    const total = await view.exactBytes(view.figure('Total data'))
    for (const [choice, rows] of [
      ['Hour', 'Show all 72 rows'],
      ['Day', '30 Sep 2026'],
      ['Month', '1 Oct – 2 Oct 2026'],
      ['One total', '30 Sep – 2 Oct 2026'],
    ] as const) {
      await view.choose('By', choice)
      await expect(view.periods('Data')).toContainText(rows)
      await expect(view.figure('Total data')).not.toContainText('incomplete')
      expect(await view.exactBytes(view.figure('Total data'))).toBe(total)
    }
  })

  test('names the countries of international roaming', async ({ page }) => {
    await page.goto('/account?range=2026-07-01..2026-07-31&table=countries')
    const countries = new UsagePage(page).panel('Countries of international roaming')
    await expect(countries).toContainText('United Kingdom')
    await expect(countries).toContainText('Canada')
  })

  test('tells a bucket’s numbers to whoever points at it or uses the arrow keys', async ({
    page,
    viewport,
  }) => {
    await page.goto('/account')
    const chart = new UsagePage(page).panel('Data').locator('.recharts-surface').first()
    await expect(chart).toBeVisible()
    // Beside the bars of a small screen there is no room: there they are told by a tap.
    if ((viewport?.width ?? 0) < 768) {
      await chart.click({ position: { x: 150, y: 100 } })
      await expect(page.getByText(/National roaming [\d.]+ MB/)).toBeVisible()
      return
    }
    await chart.hover({ position: { x: 150, y: 100 } })
    await expect(page.locator('.recharts-tooltip-wrapper').first()).toContainText(
      'National roaming',
    )
    await page.mouse.move(0, 0)
    await chart.focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('.recharts-tooltip-wrapper').first()).toContainText('23 Oct 2026 UTC')
  })

  test('says that the numbers are the sandbox’s', async ({ page }) => {
    await page.goto('/account')
    await expect(page.getByText('Sandbox', { exact: true })).toBeVisible()
  })
})

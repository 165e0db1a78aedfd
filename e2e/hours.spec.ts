import { expect, test } from './fixtures.ts'
import { readRecords } from './pages/read-records.ts'
import { UsagePage } from './pages/usage-page.ts'

test.describe('one SIM hour by hour', () => {
  test('shows when it was used, tells silence from lateness, and agrees with the hours', async ({
    page,
    stack,
    expectAccessible,
  }) => {
    const base = `${stack.gatewayUrl}/api/accounts/main/super-sim/v1`
    const [{ sid }] = (await (await fetch(`${base}/Sims?Status=active&PageSize=1`)).json()).sims
    await page.goto(`/sims/${sid}?range=2026-11-14..2026-11-20&by=day`)
    const view = new UsagePage(page)
    const panel = view.panel('Hour by hour (UTC)')
    const map = panel.getByRole('img', { name: /^Usage hour by hour, 14 Nov – 20 Nov 2026 UTC/ })
    await expect(map).toBeVisible()
    await expect(map.locator('[data-state="open"]')).toHaveAttribute('d', /M/)
    const query = 'Granularity=hour&StartTime=2026-11-14T00:00:00Z&EndTime=2026-11-19T12:00:00Z'
    const records = await readRecords<{ data_total: number }>(
      stack.gatewayUrl,
      `${query}&Sim=${sid}`,
    )
    const used = records.filter(({ data_total }) => data_total > 0).length
    await expect(panel).toContainText(`${132 - used} of 132 final hours had no usage.`)
    await expect(panel).toContainText(/Last used .* \(\d+ h ago|within the last hour\)/)

    // The first hour of the last row but one.
    const box = await map.boundingBox()
    if (!box) throw new Error('no map')
    const [width, height] = [64 + 24 * 24, 20 + 7 * 18]
    await map.hover({
      position: { x: (76 / width) * box.width, y: ((20 + 5.5 * 18) / height) * box.height },
    })
    await expect(panel).toContainText(/Thu, 19 Nov 2026, 00:00|19 Nov.*00:00/)
    await expectAccessible()
    await page.goto(`/sims/${sid}?range=last-60-days`)
    await expect(view.figure('Total data')).toBeVisible()
    await expect(panel).toBeHidden()
  })
})

import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'

test.use({ accounts: ['main', 'north'] })

/**
 * Where what stands above the figures may end, in pixels from the top, and after how many stops of the Tab
 * key; where the chart's drawing may begin, on the page of an account and on that of a SIM.
 */
const LIMITS = [
  { width: 1366, height: 650, figures: { end: 160, stops: 9 }, chart: { account: 300, sim: 340 } },
  { width: 1920, height: 950, figures: { end: 160, stops: 9 }, chart: { account: 300, sim: 340 } },
  { width: 390, height: 844, figures: { end: 200, stops: 6 }, chart: { account: 340, sim: 400 } },
] as const

const PAGES = {
  'Programmable Wireless': '/account',
  'Super SIM': '/account?product=super-sim',
  'all that is final': '/account?range=2026-09-01..2026-09-30',
  'by country and filtered':
    '/account?product=super-sim&group=country&country=DE,FR&range=last-7-days',
  'compared, with all that can be chosen':
    '/account?product=super-sim&compare=previous&compared=all&time=local&month=forecast&refresh=5',
  'late data': '/account?product=super-sim&range=last-24-hours',
} as const

/** The end of what stands above the figures. */
function endOfHead(page: Page): Promise<number> {
  return page
    .getByRole('button', { name: 'Refresh', exact: true })
    .or(page.locator('summary').first())
    .first()
    .evaluate((element) => {
      const line = element.closest('details')?.parentElement ?? element.parentElement?.parentElement
      return line?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY
    })
}

/** How many stops of the Tab key lie between the skip link's target and what comes first below the head. */
async function stopsOfHead(page: Page): Promise<number> {
  await page.locator('#content').focus()
  for (let stops = 0; stops < 30; stops += 1) {
    await page.keyboard.press('Tab')
    const isAbove = await page.evaluate(
      (end) => {
        const focused = document.activeElement
        return (
          focused !== null && focused !== document.body && focused.getBoundingClientRect().top < end
        )
      },
      await endOfHead(page),
    )
    if (!isAbove) return stops
  }
  return 30
}

/** Where the chart's drawing begins and ends. */
async function placeOfChart(page: Page): Promise<{ top: number; bottom: number }> {
  const box = await page.locator('#chart .recharts-surface').first().boundingBox()
  if (!box) throw new Error('There is no chart.')
  return { top: box.y, bottom: box.y + box.height }
}

function measure(pages: Readonly<Record<string, string>>): void {
  for (const [name, address] of Object.entries(pages)) {
    test(`of ${name} keeps to its height and stops`, async ({ page }) => {
      await page.goto(address)
      await expect(page.locator('[data-part] path').first()).toBeAttached()
      for (const { width, height, figures, chart } of LIMITS) {
        await test.step(`${width}×${height}`, async () => {
          await page.setViewportSize({ width, height })
          await page.waitForLoadState('networkidle')
          expect(await endOfHead(page)).toBeLessThanOrEqual(figures.end)
          expect(await stopsOfHead(page)).toBeLessThanOrEqual(figures.stops)
          await page.evaluate(() => window.scrollTo(0, 0))
          const { top, bottom } = await placeOfChart(page)
          expect(top).toBeLessThanOrEqual(chart.account)
          expect(bottom).toBeLessThanOrEqual(height)
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(overflow).toBeLessThanOrEqual(0)
        })
      }
    })
  }
}

test.describe('what stands above the figures', () => measure(PAGES))

test.describe('what stands above the figures of several accounts', () =>
  measure({
    'all of them': '/account?account=all',
    'all of them, by account': '/account?account=all&group=account&compare=previous',
  }))

test.describe('the page of one SIM', () => {
  test('begins with how it stands, and shows its chart', async ({ page, stack }) => {
    const base = `${stack.gatewayUrl}/api/accounts/main/super-sim/v1`
    const { sims }: { sims: { sid: string }[] } = await (
      await fetch(`${base}/Sims?Status=active&PageSize=1`)
    ).json()
    await page.goto(`/sims/${sims[0]?.sid}?account=main`)
    await expect(page.locator('[data-part] path').first()).toBeAttached()
    await expect(page.getByText(/^(Used until|Silent since|No usage)/)).toBeVisible()
    for (const { width, height, chart } of LIMITS) {
      await test.step(`${width}×${height}`, async () => {
        await page.setViewportSize({ width, height })
        await page.waitForLoadState('networkidle')
        const { top, bottom } = await placeOfChart(page)
        expect(top).toBeLessThanOrEqual(chart.sim)
        expect(bottom).toBeLessThanOrEqual(height)
      })
    }
  })
})

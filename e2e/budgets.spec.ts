import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { countRenders, takeRenders } from './pages/count-renders.ts'
import { UsagePage } from './pages/usage-page.ts'

const KILOBYTE = 1024

/** What a page may take, in bytes after gzip (what can be timed is measured by `npm run bench`). */
const BUDGETS = {
  beforeChart: 190 * KILOBYTE,
  chart: 110 * KILOBYTE,
  page: 340 * KILOBYTE,
}

const CHART_NODES = 400

/** A render of more components is a long one: it may hold up a frame of a slow machine. */
const LONG_RENDER = 100

/** Opens a page with nothing kept, and tells what it has loaded until its chart is there. */
async function load(page: Page, address: string): Promise<Response[]> {
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.goto(address)
  await expect(page.locator('[data-part] path').first()).toBeAttached()
  await page.waitForLoadState('networkidle')
  return responses
}

/** Shows 7 days and then 30, so that both have been seen. */
async function seeTwoRanges(page: Page): Promise<UsagePage> {
  await load(page, '/account?range=last-7-days')
  const view = new UsagePage(page)
  await view.choosePreset('Last 30 days')
  await expect(page.getByRole('button', { name: 'Show all 30 rows' }).first()).toBeVisible()
  return view
}

const isScript = (response: Response) => new URL(response.url()).pathname.endsWith('.js')
const isStyle = (response: Response) => new URL(response.url()).pathname.endsWith('.css')

/** Marks, in the page, the moment at which its chart is there. */
function markChart(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-part] path')) return
    performance.mark('chart')
    observer.disconnect()
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** What the page had asked for when its chart was there; tells it in the page. */
function askedBeforeChart(): string[] {
  const [chart] = performance.getEntriesByName('chart')
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => chart !== undefined && startTime < chart.startTime)
    .map(({ name }) => name)
}

async function zipped(responses: readonly Response[]): Promise<number> {
  const sizes = await Promise.all(
    responses.map(async (response) => gzipSync(await response.body()).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

test.describe('budgets', () => {
  for (const address of ['/account', '/account?product=super-sim&group=network']) {
    test(`of bytes are kept by ${address}`, async ({ page, stack }) => {
      const responses = await load(page, address)
      // The tab asks for its icon by itself.
      const addresses = responses
        .map((response) => response.url())
        .filter((url) => !url.endsWith('/icon.svg'))
      const twice = addresses.filter((url, index) => addresses.indexOf(url) !== index)
      expect(twice, 'nothing is loaded twice').toEqual([])
      for (const url of addresses) expect(new URL(url).origin).toBe(stack.gatewayUrl)
      const files = responses.filter((response) => isScript(response) || isStyle(response))
      expect(await zipped(files)).toBeLessThanOrEqual(BUDGETS.page)
    })
  }

  test('of the first page are kept: what stands before the chart, and the chart beside the data', async ({
    page,
  }) => {
    const begun = new Map<string, number>()
    let [clock, firstAnswer] = [0, Number.POSITIVE_INFINITY]
    page.on('request', (asked) => {
      clock += 1
      begun.set(new URL(asked.url()).pathname, clock)
    })
    page.on('requestfinished', (asked) => {
      clock += 1
      if (asked.url().includes('/UsageRecords')) firstAnswer = Math.min(firstAnswer, clock)
    })
    await page.addInitScript(markChart)
    const scripts = (await load(page, '/account')).filter(isScript)
    const chart = scripts.filter((one) => /\/(usage-)?chart-/.test(one.url()))
    expect(chart.length).toBeGreaterThan(0)
    const asked = await page.evaluate(askedBeforeChart)
    const before = scripts.filter((one) => !chart.includes(one) && asked.includes(one.url()))
    expect(before.length).toBeGreaterThan(2)
    expect(await zipped(before)).toBeLessThanOrEqual(BUDGETS.beforeChart)
    expect(await zipped(chart)).toBeLessThanOrEqual(BUDGETS.chart)
    for (const one of chart) {
      expect(begun.get(new URL(one.url()).pathname)).toBeLessThan(firstAnswer)
    }
  })

  test('of round trips are kept: the page names all that the app cannot begin without', async ({
    page,
    request,
  }) => {
    const html = await (await request.get('/account')).text()
    const asked: string[] = []
    page.on('request', (one) => asked.push(new URL(one.url()).pathname))
    await page.route('**/api/about', () => undefined)
    await page.goto('/account')
    await expect(page.getByRole('heading', { name: 'Usage' })).toBeVisible()
    const unnamed = asked.filter((path) => path.startsWith('/assets/') && !html.includes(path))
    expect(unnamed.filter((path) => !/\/(usage-)?(chart|report)-/.test(path))).toEqual([])
  })

  test('of round trips are kept by other views: their code comes beside the app', async ({
    page,
  }) => {
    const asked: string[] = []
    page.on('request', (one) => asked.push(new URL(one.url()).pathname))
    await page.route(/\/assets\/app-.*\.js/, () => undefined)
    await page.goto('/sims', { waitUntil: 'commit' })
    await expect.poll(() => asked.some((path) => path.startsWith('/assets/sim-list-'))).toBe(true)
    expect(asked.filter((path) => /\/(usage-)?chart-/.test(path))).toEqual([])
  })

  test('of elements are kept by a chart of 744 hours', async ({ page }) => {
    await load(page, '/account?range=2026-10-01..2026-10-31&by=hour')
    const chart = new UsagePage(page).panel('Data').locator('.recharts-wrapper')
    expect(await chart.locator('*').count()).toBeLessThanOrEqual(CHART_NODES)
  })

  test('of requests are kept: ranges that were seen are not asked for again', async ({
    page,
    stack,
  }) => {
    const view = await seeTwoRanges(page)
    await page.waitForLoadState('networkidle')
    stack.asked.length = 0
    await view.choosePreset('Last 7 days')
    await expect(page.getByRole('button', { name: 'Show all 30 rows' })).toHaveCount(0)
    await view.choosePreset('Last 30 days')
    await expect(page.getByRole('button', { name: 'Show all 30 rows' }).first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(stack.asked).toEqual([])
  })
})

/** Counted and not timed: what is drawn for a step does not depend on the machine. */
test.describe('budgets of long renders', () => {
  const longOnes = (renders: readonly number[]) => renders.filter((drawn) => drawn > LONG_RENDER)

  test.beforeEach(({ page }) => countRenders(page))

  test('are kept by going from range to range: the chart first and once, the rest after it', async ({
    page,
  }) => {
    const view = await seeTwoRanges(page)
    await view.range.click()
    const shorter = page.getByRole('button', { name: 'Last 7 days', exact: true })
    await expect(shorter).toBeVisible()
    await takeRenders(page)
    await shorter.click()
    await expect(page.getByRole('button', { name: 'Show all 30 rows' })).toHaveCount(0)
    const renders = await takeRenders(page)
    // Recharts draws a chart with new data twice, and there are two charts.
    expect(longOnes(renders).length).toBeLessThanOrEqual(4)
    expect(renders[0]).toBeLessThanOrEqual(350)
  })

  test('are kept by pointing at the chart of 744 hours: there are none', async ({ page }) => {
    await load(page, '/account?range=2026-10-01..2026-10-31&by=hour')
    const chart = page.getByRole('application').first()
    await chart.hover({ position: { x: 100, y: 100 } })
    await expect(page.locator('.recharts-tooltip-wrapper').first()).toBeVisible()
    await takeRenders(page)
    await chart.hover({ position: { x: 300, y: 100 } })
    await chart.hover({ position: { x: 500, y: 100 } })
    const renders = await takeRenders(page)
    expect(renders.length).toBeGreaterThan(0)
    expect(longOnes(renders)).toEqual([])
  })

  test('are kept by the list of SIMs: rows that stay are drawn once', async ({ page }) => {
    // What is gathered is drawn as it comes in, which a busy machine takes its time for.
    test.setTimeout(120_000)
    await page.goto('/sims')
    const table = page.getByRole('table', { name: 'SIMs' })
    await expect(table.getByRole('link').first()).toBeVisible()
    await expect(page.getByRole('note', { name: 'Gathering' })).toBeHidden({ timeout: 90_000 })
    await page.waitForLoadState('networkidle')
    await takeRenders(page)
    await page.getByRole('group', { name: 'SIMs' }).hover()
    await page.mouse.wheel(0, 300)
    const scrolled = await takeRenders(page)
    expect(scrolled.length).toBeGreaterThan(0)
    expect(longOnes(scrolled)).toEqual([])
    await page.getByRole('searchbox').fill('0')
    await expect(page).toHaveURL(/find=0/)
    const found = await takeRenders(page)
    expect(longOnes(found).length).toBeLessThanOrEqual(2)
    expect(Math.max(...found)).toBeLessThanOrEqual(250)
  })
})

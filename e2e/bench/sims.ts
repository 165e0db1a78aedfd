import type { Browser, Page } from 'playwright'
import type { Stack } from '#testing/stack.ts'
import { startBenchStack } from './bench-stack.ts'
import { launch, openPage, takeLongTasks } from './browser-page.ts'
import { type Figure, median, RUNS } from './figure.ts'
import { besideFixedWork, FIXED_WORK } from './fixed-work.ts'

const MANY = 100_000
const SUMMED = 310_000
const MOST = 1_000_000

/** The list of SIMs, a hundred thousand and a million long, and the sums of 310,000. */
export async function benchSims(): Promise<Figure[]> {
  const browser = await launch(false)
  try {
    const figures: Figure[] = []
    for (const measure of [manySims, summedSims, mostSims]) {
      console.log(`  ${measure.name}…`)
      figures.push(...(await measure(browser)))
    }
    return figures
  } finally {
    await browser.close()
  }
}

/** From the navigation until a search in the list is answered, nothing being kept by the gateway. */
async function openAndSearch(page: Page, stack: Stack): Promise<number> {
  stack.forget()
  const begun = performance.now()
  await page.goto(`${stack.gatewayUrl}/sims`)
  await page.getByRole('searchbox').fill('truck-000')
  await page
    .getByRole('link', { name: /^truck-000/ })
    .first()
    .waitFor()
  return performance.now() - begun
}

async function manySims(browser: Browser): Promise<Figure[]> {
  const stack = await startBenchStack({ superSims: MANY })
  const [times, timesWork] = await besideFixedWork(browser, () => timeSearches(browser, stack))
  const [tasks, tasksWork] = await besideFixedWork(browser, () => tasksOfList(browser, stack))
  await stack.close()
  const longest = { baseline: FIXED_WORK, against: tasksWork, unit: 'ms' }
  return [
    {
      name: '100,000 SIMs: opened and searched',
      measured: median(times),
      baseline: FIXED_WORK,
      against: timesWork,
      unit: 'ms',
      atMost: 40,
    },
    {
      name: 'longest task while they load',
      measured: Math.max(0, ...tasks.loading),
      ...longest,
      atMost: 4,
    },
    {
      name: 'longest task while they scroll',
      measured: Math.max(0, ...tasks.scrolling),
      ...longest,
      atMost: 2,
    },
    {
      name: 'longest task while they are sorted',
      measured: Math.max(0, ...tasks.sorting),
      ...longest,
      atMost: 2,
    },
  ]
}

async function timeSearches(browser: Browser, stack: Stack): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run <= RUNS; run += 1) {
    const page = await openPage(browser)
    const took = await openAndSearch(page, stack)
    await page.close()
    // At first the sandbox makes its SIMs.
    if (run > 0) times.push(took)
  }
  return times
}

/** The long tasks while the list loads, while it is scrolled and while it is sorted. */
async function tasksOfList(browser: Browser, stack: Stack) {
  const page = await openPage(browser)
  await openAndSearch(page, stack)
  await page.getByRole('searchbox').fill('')
  await page.getByText('100,300 SIMs', { exact: true }).first().waitFor({ timeout: 120_000 })
  await page.getByText(/^Adding up/).waitFor({ state: 'hidden', timeout: 120_000 })
  const loading = await takeLongTasks(page)
  await page.getByRole('group', { name: 'SIMs' }).hover()
  for (let step = 0; step < 120; step += 1) {
    await page.mouse.wheel(0, step < 60 ? 200 : 20_000)
    await page.waitForTimeout(16)
  }
  const scrolling = await takeLongTasks(page)
  await page.getByRole('columnheader', { name: 'Usage' }).getByRole('button').click()
  await page.waitForTimeout(2_000)
  const sorting = await takeLongTasks(page)
  await page.close()
  return { loading, scrolling, sorting }
}

/** What moved most: the usage of every SIM in two periods, page by page. */
async function summedSims(browser: Browser): Promise<Figure[]> {
  const stack = await startBenchStack({ superSims: SUMMED })
  const [tasks, work] = await besideFixedWork(browser, () => tasksOfSums(browser, stack))
  await stack.close()
  return [
    {
      name: '310,000 SIMs: longest task while their usage is summed',
      measured: Math.max(0, ...tasks),
      baseline: FIXED_WORK,
      against: work,
      unit: 'ms',
      atMost: 1,
    },
  ]
}

async function tasksOfSums(browser: Browser, stack: Stack): Promise<number[]> {
  const page = await openPage(browser)
  await page.goto(`${stack.gatewayUrl}/movers?product=super-sim`)
  await page.getByRole('heading', { name: 'Top and movers' }).waitFor()
  await takeLongTasks(page)
  await page
    .getByRole('region', { name: 'Use most' })
    .getByRole('listitem')
    .first()
    .waitFor({ timeout: 300_000 })
  const tasks = await takeLongTasks(page)
  await page.close()
  return tasks
}

async function mostSims(browser: Browser): Promise<Figure[]> {
  const stack = await startBenchStack({ superSims: MOST })
  const page = await openPage(browser)
  await page.goto(`${stack.gatewayUrl}/sims?product=super-sim`)
  await page.getByText('1,000,000 Super SIMs', { exact: true }).waitFor({ timeout: 600_000 })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  await page.getByRole('searchbox').fill('truck-0999')
  await page
    .getByRole('link', { name: /^truck-0999/ })
    .first()
    .waitFor({ timeout: 60_000 })
  await page.close()
  await stack.close()
  return [
    {
      name: '1,000,000 SIMs: heap of the tab',
      measured: usedSize / 1e6,
      baseline: 'budget',
      against: 500,
      unit: 'MB',
      atMost: 1,
    },
  ]
}

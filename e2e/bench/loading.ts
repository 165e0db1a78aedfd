import type { Browser, Page } from 'playwright'
import type { Stack } from '#testing/stack.ts'
import { startBenchStack } from './bench-stack.ts'
import { launch, openPage, takeLongTasks } from './browser-page.ts'
import { coldStart } from './cold-start.ts'
import { type Figure, median, RUNS } from './figure.ts'
import { besideFixedWork, FIXED_WORK } from './fixed-work.ts'

/** Coming to the page on a slow phone, going to other ranges, pointing at the chart. */
export async function benchLoading(): Promise<Figure[]> {
  const stack = await startBenchStack()
  const browser = await launch(false)
  try {
    const figures: Figure[] = []
    for (const measure of [hovering, warmRanges, coldStart]) {
      console.log(`  ${measure.name}…`)
      figures.push(...(await measure(browser, stack)))
    }
    return figures
  } finally {
    await browser.close()
    await stack.close()
  }
}

const chartOf = (page: Page) => page.locator('[data-part] path').first()

async function warmRanges(browser: Browser, stack: Stack): Promise<Figure[]> {
  const page = await openPage(browser)
  await page.goto(`${stack.gatewayUrl}/account?range=last-7-days`)
  await chartOf(page).waitFor()
  const choose = async (name: string) => {
    await page.getByRole('button', { name: /^Range:/ }).click()
    await page.getByRole('button', { name, exact: true }).click()
  }
  await choose('Last 7 days')
  await choose('Last 30 days')
  await page.waitForLoadState('networkidle')
  stack.asked.length = 0
  const [times, work] = await besideFixedWork(browser, () => timeRanges(page))
  await page.close()
  return [
    {
      name: '7 → 30 days and back, warm',
      measured: median(times),
      baseline: FIXED_WORK,
      against: work,
      unit: 'ms',
      atMost: 1,
    },
    {
      name: 'requests upstream for it',
      measured: stack.asked.length,
      baseline: 'none',
      against: 0,
      unit: '',
      atMost: 0,
    },
  ]
}

async function timeRanges(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    for (const name of ['Last 7 days', 'Last 30 days']) {
      await page.getByRole('button', { name: /^Range:/ }).click()
      await page.getByRole('button', { name, exact: true }).waitFor()
      times.push(await clickUntilDrawn(page, name))
    }
  }
  return times
}

/** From the click on a range until the chart's path is another and has been painted. */
function clickUntilDrawn(page: Page, name: string): Promise<number> {
  return page.evaluate(async (label) => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === label,
    )
    const before = document.querySelector('[data-part] path')?.getAttribute('d')
    const begun = performance.now()
    button?.click()
    for (let frame = 0; frame < 300; frame += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve))
      })
      const now = document.querySelector('[data-part] path')?.getAttribute('d')
      if (now !== before) return performance.now() - begun
    }
    throw new Error(`“${label}” has changed nothing.`)
  }, name)
}

async function hovering(browser: Browser, stack: Stack): Promise<Figure[]> {
  const page = await openPage(browser)
  await page.goto(`${stack.gatewayUrl}/account?range=2026-10-01..2026-10-31&by=hour`)
  await chartOf(page).waitFor()
  const chart = page.getByRole('application').first()
  await chart.scrollIntoViewIfNeeded()
  const box = await chart.boundingBox()
  if (!box) throw new Error('There is no chart.')
  const [{ frames, tasks }, work] = await besideFixedWork(browser, () => pointAlong(page, box))
  await page.close()
  return [
    {
      name: 'hover across 744 hours, frames until a move is painted',
      measured: median(frames),
      baseline: 'two frames',
      against: 2,
      unit: 'frames',
      atMost: 1,
    },
    {
      name: 'longest task while hovering',
      measured: Math.max(0, ...tasks),
      baseline: FIXED_WORK,
      against: work,
      unit: 'ms',
      atMost: 1,
    },
  ]
}

/** Frames until each of sixty moves is painted, and the long tasks that they made. */
async function pointAlong(page: Page, box: { readonly x: number; readonly y: number }) {
  await page.mouse.move(box.x + 100, box.y + 100)
  await page.waitForTimeout(500)
  await takeLongTasks(page)
  const frames: number[] = []
  for (let step = 1; step <= 60; step += 1) {
    await page.evaluate(() => {
      const shown = () => document.querySelector('.recharts-tooltip-wrapper')?.textContent
      const before = shown()
      const painted = new Promise<number>((resolve) => {
        let count = 0
        const look = () => {
          count += 1
          if (shown() !== before || count > 30) resolve(count)
          else requestAnimationFrame(look)
        }
        window.addEventListener('pointermove', () => requestAnimationFrame(look), { once: true })
      })
      Object.assign(window, { painted })
    })
    await page.mouse.move(box.x + 100 + step * 12, box.y + 100)
    frames.push(await page.evaluate(() => Reflect.get(window, 'painted')))
  }
  return { frames, tasks: await takeLongTasks(page) }
}

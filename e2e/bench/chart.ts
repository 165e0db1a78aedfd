import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Page } from 'playwright'
import { build, preview } from 'vite'
import { launch, openPage } from './browser-page.ts'
import { type Figure, median, RUNS } from './figure.ts'

const FOLDER = fileURLToPath(new URL('./page', import.meta.url))
const BUILT = fileURLToPath(new URL('../../test-results/bench-page', import.meta.url))

/** Drawing the chart of a month of hours, and summing a month of records, in a page of their own. */
export async function benchChart(): Promise<Figure[]> {
  await build({
    root: FOLDER,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: BUILT, emptyOutDir: true },
  })
  const server = await preview({ root: FOLDER, configFile: false, build: { outDir: BUILT } })
  const browser = await launch(true)
  try {
    const page = await openPage(browser)
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    await page.waitForFunction(() => 'bench' in window)
    return [...(await drawing(page)), ...(await summing(page))]
  } finally {
    await browser.close()
    await server.close()
  }
}

async function drawing(page: Page): Promise<Figure[]> {
  const [mounts, updates, canvases]: [number[], number[], number[]] = [[], [], []]
  // One after the other in every round, so that a busy machine is busy for all; the first is a rehearsal.
  for (let run = 0; run <= RUNS; run += 1) {
    const canvas = await page.evaluate((at) => window.bench.drawCanvas(at), run)
    const mount = await page.evaluate((at) => window.bench.mountChart(at), run)
    const update = await page.evaluate((at) => window.bench.updateChart(at + 0.5), run)
    if (run === 0) continue
    canvases.push(canvas)
    mounts.push(mount)
    updates.push(update)
  }
  const nodes = await page.evaluate(() => window.bench.chartNodes())
  const baseline = { baseline: 'raw canvas', against: median(canvases), unit: 'ms' }
  return [
    { name: 'chart of 744 hours × 3, mounted', measured: median(mounts), ...baseline, atMost: 4 },
    { name: 'the same, new data', measured: median(updates), ...baseline, atMost: 4 },
    {
      name: 'its DOM nodes',
      measured: nodes,
      baseline: 'budget',
      against: 400,
      unit: 'nodes',
      atMost: 1,
    },
  ]
}

async function summing(page: Page): Promise<Figure[]> {
  await page.evaluate(() => window.bench.makeRecords())
  const [parses, sums]: [number[], number[]] = [[], []]
  for (let run = 0; run <= RUNS; run += 1) {
    const parse = await page.evaluate(() => window.bench.parseRecords())
    const sum = await page.evaluate(() => window.bench.sumRecords())
    if (run === 0) continue
    parses.push(parse)
    sums.push(sum)
  }
  return [
    {
      name: '310,000 records: text → checked → summed by SIM and day',
      measured: median(sums),
      baseline: 'JSON.parse of the same text',
      against: median(parses),
      unit: 'ms',
      atMost: 2,
    },
  ]
}

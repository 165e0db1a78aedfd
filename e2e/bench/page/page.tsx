import { MantineProvider } from '@mantine/core'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { UsageChart } from '#charts/usage-chart.tsx'
import { SimSumsBuilder } from '#kore-client/super-sim/sim-sums-builder.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { bucketsOf } from '#usage/time/granularity.ts'
import { drawCanvas } from './draw-canvas.ts'
import { recordPages } from './record-pages.ts'
import { hourlySeries } from './series.ts'

/** What can be measured in this page; each answers with milliseconds. */
export interface BenchPage {
  mountChart(variant: number): Promise<number>
  updateChart(variant: number): Promise<number>
  drawCanvas(variant: number): Promise<number>
  chartNodes(): number
  makeRecords(): number
  parseRecords(): number
  sumRecords(): number
}

declare global {
  interface Window {
    bench: BenchPage
  }
}

const root = createRoot(element('root'))
let pages: readonly string[] = []

const MONTH = { start: new Date('2026-10-01T00:00:00Z'), end: new Date('2026-11-01T00:00:00Z') }

window.bench = {
  async mountChart(variant) {
    render(undefined)
    const series = hourlySeries(variant)
    return untilPainted(() => render(series))
  },
  updateChart(variant) {
    const series = hourlySeries(variant)
    return untilPainted(() => render(series))
  },
  drawCanvas(variant) {
    const series = hourlySeries(variant)
    const canvas = element('canvas')
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('There is no canvas.')
    return untilPainted(() => drawCanvas(canvas, series))
  },
  chartNodes: () => element('root').querySelectorAll('*').length,
  makeRecords() {
    pages = recordPages(MONTH)
    return pages.reduce((sum, text) => sum + text.length, 0)
  },
  parseRecords: () => timeOf(() => pages.map((text) => JSON.parse(text).meta)),
  sumRecords: () =>
    timeOf(() => {
      const builder = new SimSumsBuilder(bucketsOf(MONTH, 'day'), 'day')
      for (const text of pages) builder.addPage(JSON.parse(text).usage_records)
      return builder.columns()
    }),
}

/** Shows a chart within what every page has around it; or none. */
function render(series: UsageSeries | undefined): void {
  const chart = series && (
    <UsageChart
      series={series}
      measure="data"
      direction="total"
      names={(key) => key}
      comparison={undefined}
      arrivals={undefined}
      timeZone={undefined}
      shape="stack"
      label="Benchmark"
      textScale={1}
      onZoom={undefined}
      onPick={() => undefined}
    />
  )
  flushSync(() => root.render(<MantineProvider>{chart}</MantineProvider>))
}

/** How long it takes from the work's beginning until its pixels are handed over. */
async function untilPainted(work: () => void): Promise<number> {
  await nextFrame()
  const begun = performance.now()
  work()
  await nextFrame()
  return performance.now() - begun
}

/** Until a frame has been painted: what is posted in its callback runs after it. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(undefined)
    })
  })
}

function timeOf(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`There is no #${id}.`)
  return found
}

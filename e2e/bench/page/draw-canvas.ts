import { bucketTotal, columnOf, type UsageSeries } from '#usage/series/usage-series.ts'

const COLORS = ['#1f5fa8', '#c07f0a', '#8f2450']
const [LEFT, BOTTOM] = [72, 28]

/** The same bars, axes and grid, as plainly as a canvas can draw them: what nothing can be faster than. */
export function drawCanvas(canvas: HTMLCanvasElement, series: UsageSeries): void {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('There is no canvas.')
  const { width, height } = canvas
  context.clearRect(0, 0, width, height)
  const most = Math.max(...series.buckets.map((_, at) => bucketTotal(series, 'data', 'total', at)))
  const [plotWidth, plotHeight] = [width - LEFT - 8, height - BOTTOM - 8]
  const y = (amount: number) => 8 + plotHeight * (1 - amount / most)
  context.font = '12px system-ui'
  for (let line = 0; line <= 4; line += 1) {
    const amount = (most * line) / 4
    context.fillStyle = '#e6eaef'
    context.fillRect(LEFT, y(amount), plotWidth, 1)
    context.fillStyle = '#56616f'
    context.fillText(`${(amount / 1e6).toFixed(1)} MB`, 4, y(amount) + 4)
  }
  const step = plotWidth / series.buckets.length
  const reached = new Float64Array(series.buckets.length)
  series.parts.forEach((part, index) => {
    context.fillStyle = COLORS[index] ?? '#78828f'
    columnOf(part, 'data', 'total').forEach((amount, at) => {
      const base = reached[at] ?? 0
      reached[at] = base + amount
      context.fillRect(LEFT + at * step, y(base + amount), step, y(base) - y(base + amount))
    })
  })
  context.fillStyle = '#56616f'
  series.buckets.forEach(({ start }, at) => {
    if (at % 48 === 0) context.fillText(`${start.getUTCDate()} Oct`, LEFT + at * step, height - 8)
  })
}

import type { Direction } from '#usage/question/usage-record.ts'
import { amountState } from '#usage/series/amount-state.ts'
import { columnOf, type Measure, type UsageSeries } from '#usage/series/usage-series.ts'
import type { Scales } from './use-scales.ts'

/** The outlines of one part, as SVG path data: one for what is final, one for what may still change. */
interface PartPaths {
  readonly key: string
  readonly final: string
  readonly provisional: string
}

type Places = Pick<Scales, 'x' | 'y'>

const WIDEST_BAR = 56

/**
 * The bars of a stack as one path for each part and state, however many buckets there are: a chart
 * of 744 hours is then six elements and not two thousand.
 *
 * @param only the key of the one part that is drawn; all of them without
 */
export function stackedPaths(
  series: UsageSeries,
  measure: Measure,
  direction: Direction,
  { x, y }: Places,
  only?: string,
): PartPaths[] {
  const above = new Float64Array(series.buckets.length)
  const below = new Float64Array(series.buckets.length)
  // What all parts of a bucket share is found once for it, not once for each of them.
  const bars = series.buckets.map((bucket) => ({
    ...barOf(x(bucket.start.getTime()), x(bucket.end.getTime())),
    isFinal: amountState(bucket, measure) === 'final',
  }))
  return series.parts.map((part) => {
    const column = only === undefined || part.key === only ? columnOf(part, measure, direction) : []
    let final = ''
    let provisional = ''
    bars.forEach(({ left, width, isFinal }, index) => {
      const amount = column[index] ?? 0
      if (amount === 0) return
      // What is taken back hangs below the axis, and takes nothing from the height of the others.
      const reached = amount > 0 ? above : below
      const base = reached[index] ?? 0
      reached[index] = base + amount
      const bar = `M${left} ${round(y(base + amount))}h${width}V${round(y(base))}h${-width}z`
      if (isFinal) final += bar
      else provisional += bar
    })
    return { key: part.key, final, provisional }
  })
}

/** Where a bar stands within its bucket: with air between wide bars, without between thin ones. */
function barOf(start: number, end: number): { left: number; width: number } {
  const room = end - start
  const gap = room < 3 ? 0 : Math.max(1, room * 0.22)
  const width = Math.min(room - gap, WIDEST_BAR)
  return { left: round(start + (room - width) / 2), width: round(width) }
}

/** The columns of buckets that a test picks, over the full height, as one path. */
export function columnsPath(
  series: UsageSeries,
  isPicked: (index: number) => boolean,
  { x, plot: { y: top, height } }: Scales,
): string {
  return series.buckets
    .map(({ start, end }, index) => {
      if (!isPicked(index)) return ''
      const left = x(start.getTime())
      return `M${round(left)} ${top}H${round(x(end.getTime()))}V${top + height}H${round(left)}z`
    })
    .join('')
}

/**
 * A line through the middle of each bucket that has an amount; it breaks where one has none, and a
 * bucket alone is a dash of its own.
 */
export function linePath(
  { buckets }: UsageSeries,
  amounts: readonly (number | undefined)[],
  { x, y }: Places,
): string {
  let path = ''
  buckets.forEach(({ start, end }, index) => {
    const amount = amounts[index]
    if (amount === undefined) return
    const [left, right] = [x(start.getTime()), x(end.getTime())]
    const [middle, height] = [round((left + right) / 2), round(y(amount))]
    const alone = amounts[index - 1] === undefined && amounts[index + 1] === undefined
    if (alone) path += `M${round(left)} ${height}H${round(right)}`
    else path += `${amounts[index - 1] === undefined ? 'M' : 'L'}${middle} ${height}`
  })
  return path
}

/** A small triangle above each bucket that has a height. */
export function trianglesPath(
  { buckets }: UsageSeries,
  heights: readonly (number | undefined)[],
  { x, y }: Places,
): string {
  return buckets
    .map(({ start, end }, index) => {
      const height = heights[index]
      if (height === undefined) return ''
      const middle = round((x(start.getTime()) + x(end.getTime())) / 2)
      return `M${middle - 4} ${round(y(height)) - 3}h8l-4 -6z`
    })
    .join('')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

import { type ComparedSums, type Comparison, comparedBuckets } from '../series/comparison.ts'
import type { Measure, UsageSeries } from '../series/usage-series.ts'
import type { Granularity } from '../time/granularity.ts'
import { formatAmount } from './format-amount.ts'

const BUCKET_NAMES: Readonly<Record<Granularity, readonly [string, string]>> = {
  hour: ['hour', 'hours'],
  day: ['day', 'days'],
  month: ['month', 'months'],
  total: ['total', 'totals'],
}

/** A difference with its sign: `+1.20 GB`, `−300 MB`, `±0 B`. */
export function formatDifference({ later, earlier }: ComparedSums, measure: Measure): string {
  const difference = later - earlier
  const sign = difference === 0 ? '±' : difference > 0 ? '+' : '−'
  return `${sign}${formatAmount(Math.abs(difference), measure)}`
}

/** A difference as a share of what was: `+12.3%`; `new` where nothing was, a dash where nothing is either. */
export function formatGrowth({ later, earlier }: ComparedSums): string {
  if (earlier === 0) return later === 0 ? '–' : 'new'
  const percent = (later / earlier - 1) * 100
  const digits = Math.abs(percent) >= 100 ? 0 : 1
  const rounded = Number(percent.toFixed(digits))
  if (rounded === 0) return '±0%'
  return `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(digits)}%`
}

/** How many buckets are in a comparison: `27 of 30 days`. */
export function formatCompared(
  series: UsageSeries,
  comparison: Comparison,
  measure: Measure,
): string {
  const all = series.buckets.length
  const [one, many] = BUCKET_NAMES[series.granularity]
  return `${comparedBuckets(series, comparison, measure)} of ${all} ${all === 1 ? one : many}`
}

/**
 * Which buckets are in a comparison, and why the others are not: `27 of 30 days compared; 3 are not
 * settled or have no counterpart`.
 */
export function describeCut(series: UsageSeries, comparison: Comparison, measure: Measure): string {
  const counted = `${formatCompared(series, comparison, measure)} compared`
  if (comparedBuckets(series, comparison, measure) === series.buckets.length) return counted
  const reason =
    comparison.cut === 'all'
      ? 'have not begun or have no counterpart'
      : 'are not settled on both sides'
  const unread = comparison.earlier.complete && series.complete ? '' : ', or could not be read'
  return `${counted}, the others ${reason}${unread}`
}

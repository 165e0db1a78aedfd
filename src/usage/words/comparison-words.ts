import { RETENTION_MONTHS } from '../kore/retention.ts'
import type { Direction } from '../question/usage-record.ts'
import type { ComparedCount } from '../series/compared-pairs.ts'
import {
  type ComparedBucket,
  type ComparedSums,
  type Comparison,
  comparedSums,
  countCompared,
} from '../series/comparison.ts'
import { type Change, dailyChange, growthPercent } from '../series/growth.ts'
import type { LeftOut } from '../series/left-out.ts'
import type { Measure } from '../series/usage-series.ts'
import type { Granularity } from '../time/granularity.ts'
import { MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { formatInterval } from '../time/moment.ts'
import { formatAmount } from './format-amount.ts'

const BUCKET_NAMES: Readonly<Record<Granularity, readonly [string, string]>> = {
  hour: ['hour', 'hours'],
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  total: ['total', 'totals'],
}

/** Why buckets are not compared: one of them, or several. */
const REASONS: Readonly<Record<LeftOut, readonly [string, string]>> = {
  noCounterpart: ['has no counterpart', 'have no counterpart'],
  notBegun: ['has not begun', 'have not begun'],
  notSettled: ['is not settled on both sides', 'are not settled on both sides'],
  notCharged: ['is not charged on both sides', 'are not charged on both sides'],
  beyondRetention: [
    `is longer ago than the ${RETENTION_MONTHS} months that KORE keeps`,
    `are longer ago than the ${RETENTION_MONTHS} months that KORE keeps`,
  ],
  notRead: ['could not be read', 'could not be read'],
}

/** A difference with its sign: `+1.20 GB`, `−300 MB`, `±0 B`. */
export function formatDifference({ later, earlier }: Change, measure: Measure): string {
  const difference = later - earlier
  const size = formatAmount(Math.abs(difference), measure)
  // To the cent, as every amount of money that stands beside it.
  if (difference === 0 || size.startsWith('<')) return `±${formatAmount(0, measure)}`
  return `${difference > 0 ? '+' : '−'}${size}`
}

/** A difference as a share of what was: `+12.3%`; `new` where nothing was, a dash where nothing is either. */
export function formatGrowth(change: Change): string {
  const percent = growthPercent(change)
  if (percent === undefined) return change.later === 0 ? '–' : 'new'
  const digits = Math.abs(percent) >= 100 ? 0 : 1
  const rounded = Number(percent.toFixed(digits))
  if (rounded === 0) return '±0%'
  return `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(digits)}%`
}

/**
 * The growth of what is compared, and what it is a day where one period is longer than the other:
 * `+2.7%, per day −0.6%`.
 */
export function formatComparedGrowth(sums: ComparedSums): string {
  const growth = formatGrowth(sums)
  const daily = dailyChange(sums)
  return daily && sums.earlier !== 0 ? `${growth}, per day ${formatGrowth(daily)}` : growth
}

/**
 * The growth that stands beside the sum of a whole series: what of it is compared, where that is not
 * all, and with what: `−75.0% (4 of 7 days) vs 7 Nov – 13 Nov 2026`.
 */
export function formatWholeGrowth(
  comparison: Comparison,
  measure: Measure,
  direction: Direction,
): string {
  const period = formatInterval(comparison.earlier.interval)
  const sums = comparedSums(comparison, measure, direction)
  if (!sums) return `nothing to compare with ${period} (${formatCompared(comparison, measure)})`
  const counted = formatPartCompared(comparison, measure)
  return `${formatComparedGrowth(sums)}${counted ? ` (${counted})` : ''} vs ${period}`
}

/** What is compared: `27 of 30 days`; whole months as `31 days with 30 days`. */
export function formatCompared(comparison: Comparison, measure: Measure): string {
  const count = countCompared(comparison, measure)
  const sums = count.isWhole && comparedSums(comparison, measure, 'total')
  if (sums) {
    const [now, then] = [sums.laterDuration, sums.earlierDuration].map(formatDays)
    if (now !== then) return `${now} with ${then}`
  }
  return formatCount(count, comparison.later.granularity)
}

/** What of a range is compared, to stand beside growth; undefined where that is as much as all of it. */
export function formatPartCompared(comparison: Comparison, measure: Measure): string | undefined {
  const sums = comparedSums(comparison, measure, 'total')
  const isAll =
    isAllCompared(countCompared(comparison, measure)) &&
    sums?.laterDuration === sums?.earlierDuration
  return isAll ? undefined : formatCompared(comparison, measure)
}

/** What of a shown bucket is compared; undefined where that is all of it. */
export function formatBucketCompared(
  { count }: ComparedBucket,
  comparison: Comparison,
): string | undefined {
  if (count.compared === count.of) return undefined
  return formatCount(count, comparison.later.granularity)
}

/**
 * Which buckets are in a comparison, and why the others are not: `27 of 31 days compared; 3 are not
 * settled on both sides, 1 has no counterpart`.
 */
export function describeCut(comparison: Comparison, measure: Measure): string {
  const count = countCompared(comparison, measure)
  const told = formatCompared(comparison, measure)
  const isNothing = count.compared === 0 && !count.isWhole
  const counted = isNothing ? `nothing to compare, ${told}` : `${told} compared`
  if (isAllCompared(count)) return counted
  const reasons = [...count.leftOut]
  const [[reason, left] = [], more] = reasons
  if (reason && left !== 1 && !more && count.compared > 0) {
    return `${counted}, the others ${REASONS[reason][1]}`
  }
  return `${counted}; ${reasons
    .map(([why, many]) => `${many} ${REASONS[why][many === 1 ? 0 : 1]}`)
    .join(', ')}`
}

function isAllCompared({ isWhole, compared, of }: ComparedCount): boolean {
  return isWhole || compared === of
}

function formatCount(
  { compared, of }: Pick<ComparedCount, 'compared' | 'of'>,
  granularity: Granularity,
): string {
  return `${compared} of ${of} ${BUCKET_NAMES[granularity][of === 1 ? 0 : 1]}`
}

function formatDays(duration: number): string {
  const days = Math.round(duration / MILLISECONDS_PER_DAY)
  return `${days} ${days === 1 ? 'day' : 'days'}`
}

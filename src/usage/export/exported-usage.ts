import { addMoney } from '../question/money.ts'
import { type AmountState, amountState, toldInBucket } from '../series/amount-state.ts'
import { type ComparedSums, compareBucket, comparedSums } from '../series/comparison.ts'
import { type Change, dailyChange, growthPercent } from '../series/growth.ts'
import type { ShownUsage } from '../series/shown-usage.ts'
import { amountOf, type Measure } from '../series/usage-series.ts'
import type { Interval } from '../time/interval.ts'
import { formatBucketCompared, formatCompared } from '../words/comparison-words.ts'
import { describeOddities } from '../words/oddity-words.ts'

/** What a comparison comes to: both amounts are of the same days, or `of` says of which. */
export interface ExportedComparison {
  /** ISO 8601 UTC, of the earlier period; inclusive. */
  readonly start: string
  /** Exclusive. */
  readonly end: string
  /** Undefined where nothing can be compared. */
  readonly earlier: number | undefined
  /** What it is held against; undefined where that has not begun. */
  readonly later: number | undefined
  /** In percent of what was; undefined where nothing was. */
  readonly growth: number | undefined
  /** The same for a day, where one is longer than the other. */
  readonly growthPerDay: number | undefined
  /** What is compared, such as `27 of 30 days`; undefined where it is all. */
  readonly of: string | undefined
}

/** One bucket as it is taken away. */
export interface ExportedBucket {
  /** ISO 8601 UTC, inclusive. */
  readonly start: string
  /** ISO 8601 UTC, exclusive. */
  readonly end: string
  readonly state: AmountState
  /** Undefined where nothing is known. Bytes and Commands are whole numbers. */
  readonly total: number | undefined
  /** As long as the parts. */
  readonly amounts: readonly (number | undefined)[]
  /** Undefined where it has nothing to be compared with. */
  readonly compared: ExportedComparison | undefined
}

/** What a chart and its table show, to be taken away. */
export interface ExportedUsage {
  /** `bytes`, `commands`, or the code of a currency. */
  readonly unit: string
  readonly parts: readonly { readonly key: string; readonly name: string }[]
  /** Oldest first. */
  readonly buckets: readonly ExportedBucket[]
  /** Of the buckets that are there. */
  readonly total: number
  /** The whole range; undefined where nothing is compared. */
  readonly compared: ExportedComparison | undefined
  /** What was odd in KORE's answers, a sentence for each kind. */
  readonly notes: readonly string[]
}

/**
 * What is shown, as numbers.
 *
 * @param newest how many of the newest buckets are wanted; all of them without
 */
export function buildExport(
  shown: ShownUsage,
  newest: number = shown.series.buckets.length,
): ExportedUsage {
  const { series, measure, direction, names } = shown
  const add = typeof measure === 'object' ? addMoney : (a: number, b: number) => a + b
  const first = Math.max(0, series.buckets.length - newest)
  const buckets = series.buckets.slice(first).map((bucket, offset): ExportedBucket => {
    const index = first + offset
    return {
      ...isoInterval(bucket),
      state: amountState(bucket, measure),
      total: toldInBucket(series, measure, direction, index),
      amounts: series.parts.map((part) => toldInBucket(series, measure, direction, index, [part])),
      compared: exportedBucket(shown, index),
    }
  })
  return {
    unit: unitOf(measure),
    parts: series.parts.map(({ key }) => ({ key, name: names(key) })),
    buckets,
    total:
      first === 0
        ? amountOf(series.total, measure, direction)
        : buckets.reduce((sum, { total = 0 }) => add(sum, total), 0),
    compared: exportedWhole(shown),
    notes: describeOddities(series.oddities),
  }
}

function exportedBucket(
  { series, measure, direction, comparison }: ShownUsage,
  index: number,
): ExportedComparison | undefined {
  const compared = comparison && compareBucket(series, comparison, measure, direction, index)
  if (!compared) return undefined
  return {
    ...isoInterval(compared.interval),
    earlier: compared.before,
    ...exportedGrowth(compared.sums),
    of: formatBucketCompared(compared, comparison),
  }
}

function exportedWhole({
  measure,
  direction,
  comparison,
}: ShownUsage): ExportedComparison | undefined {
  if (!comparison) return undefined
  const sums = comparedSums(comparison, measure, direction)
  return {
    ...isoInterval(comparison.earlier.interval),
    earlier: sums?.earlier,
    ...exportedGrowth(sums),
    of: formatCompared(comparison, measure),
  }
}

function exportedGrowth(sums: ComparedSums | undefined) {
  const daily = sums && dailyChange(sums)
  return {
    later: sums?.later,
    growth: sums && roundedPercent(sums),
    growthPerDay: daily && roundedPercent(daily),
  }
}

/** As exact as it is shown. */
function roundedPercent(change: Change): number | undefined {
  const percent = growthPercent(change)
  // Adding zero makes no minus zero of a small fall.
  return percent === undefined ? undefined : Number(percent.toFixed(1)) + 0
}

/**
 * The name of a file with what is shown.
 *
 * @param title of what is shown; only letters and digits of it are kept, whatever a SIM is called
 */
export function exportFileName(title: string, { start, end }: Interval, extension: string): string {
  const words = `roamboard ${title}`.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const dates = [start, new Date(end.getTime() - 1)].map((date) => date.toISOString().slice(0, 10))
  return `${[words.join('-').slice(0, 60), ...dates].join('_')}.${extension}`
}

function unitOf(measure: Measure): string {
  if (measure === 'data') return 'bytes'
  return measure === 'commands' ? 'commands' : measure.currency
}

function isoInterval({ start, end }: Interval): { start: string; end: string } {
  return { start: start.toISOString(), end: end.toISOString() }
}

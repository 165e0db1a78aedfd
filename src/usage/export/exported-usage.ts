import { addMoney } from '../question/money.ts'
import { type AmountState, amountState, toldAmount } from '../series/amount-state.ts'
import type { ShownUsage } from '../series/shown-usage.ts'
import { amountOf, bucketTotal, columnOf, type Measure } from '../series/usage-series.ts'
import type { Interval } from '../time/interval.ts'
import { describeOddities } from '../words/oddity-words.ts'

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
  /** What was odd in KORE's answers, a sentence for each kind. */
  readonly notes: readonly string[]
}

/**
 * What is shown, as numbers.
 *
 * @param newest how many of the newest buckets are wanted; all of them without
 */
export function buildExport(
  { series, measure, direction, names }: ShownUsage,
  newest: number = series.buckets.length,
): ExportedUsage {
  const add = typeof measure === 'object' ? addMoney : (a: number, b: number) => a + b
  const first = Math.max(0, series.buckets.length - newest)
  const buckets = series.buckets.slice(first).map((bucket, offset): ExportedBucket => {
    const index = first + offset
    const state = amountState(bucket, measure)
    const told = (amount: number) => toldAmount(amount, state)
    return {
      ...isoInterval(bucket),
      state,
      total: told(bucketTotal(series, measure, direction, index)),
      amounts: series.parts.map((part) => told(columnOf(part, measure, direction)[index] ?? 0)),
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
    notes: describeOddities(series.oddities),
  }
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

import type { ChargeState } from '../kore/charge.ts'
import type { Freshness, RangeFreshness } from '../kore/freshness.ts'
import type { Product } from '../kore/products.ts'
import { addMoney } from '../question/money.ts'
import type { Oddity } from '../question/oddity.ts'
import type { Direction } from '../question/usage-record.ts'
import type { Granularity } from '../time/granularity.ts'
import type { Interval } from '../time/interval.ts'
import type { ChargedAmounts } from './charged-amounts.ts'
import type { PartColumns } from './part-sums.ts'
import type { UsageAmounts } from './usage-amounts.ts'

/** Money of one currency, never two in one sum: what data and Commands cost together, or one of them. */
export interface Money {
  readonly currency: string
  /** Undefined for both. */
  readonly of?: 'data' | 'commands'
}

/** What is measured: bytes, Commands, or money. */
export type Measure = 'data' | 'commands' | Money

export interface Bucket extends Interval {
  readonly freshness: Freshness
  /** False while usage of it is still being fetched, or could not be. */
  readonly known: boolean
  readonly charge: ChargeState
  /** Bytes whose charge is known in full. */
  readonly chargedBytes: number
}

/** One layer of the stack: its usage in every bucket, gaps filled with zero. */
export interface SeriesPart extends PartColumns {
  /** The key of a part; `others` for all that have no layer of their own. */
  readonly key: string
  readonly total: UsageAmounts
  readonly charged: ChargedAmounts
  /** How many members of a group it stands for. */
  readonly members: number
}

export interface CountryUsage extends UsageAmounts {
  readonly country: string
  /** Amounts in every bucket. */
  readonly columns: PartColumns
  readonly charged: ChargedAmounts
}

/**
 * Parts × buckets: the one thing that the chart, the table, the figures and every export are made
 * of, so that they cannot disagree.
 */
export interface UsageSeries {
  readonly product: Product
  readonly interval: Interval
  readonly granularity: Granularity
  readonly buckets: readonly Bucket[]
  /** Bottom of the stack first. */
  readonly parts: readonly SeriesPart[]
  /** The members that `others` stands for, as far as they are told apart. */
  readonly rest: readonly SeriesPart[]
  readonly total: UsageAmounts
  /** Whether every bucket is known; where not, every total lacks something. */
  readonly complete: boolean
  readonly freshness: RangeFreshness
  /** The present when the series was made; it may have been read before. */
  readonly now: Date
  /** When the oldest of what can still change was read: what freshness is judged from. */
  readonly asOf: Date
  /** From when on usage that was read lacks a charge that should be there by the delay; undefined for never. */
  readonly chargeLacksFrom: Date | undefined
  /** The currencies of its costs, sorted. */
  readonly currencies: readonly string[]
  /**
   * Countries, largest first: of international roaming, which is all that Programmable Wireless tells;
   * of all Super SIM usage that is grouped by country.
   */
  readonly countries: readonly CountryUsage[]
  /** What was odd in KORE's answers, one for each kind. */
  readonly oddities: readonly Oddity[]
}

const COST_OF = { both: 'cost', data: 'dataCost', commands: 'commandsCost' } as const

/** The amounts of one part in every bucket. */
export function columnOf(
  part: PartColumns,
  measure: Measure,
  direction: Direction,
): readonly number[] {
  if (typeof measure === 'object')
    return part[COST_OF[measure.of ?? 'both']].get(measure.currency) ?? []
  return part[measure][direction]
}

/** What a measure comes to. */
export function amountOf(amounts: UsageAmounts, measure: Measure, direction: Direction): number {
  if (typeof measure === 'object') return moneyOf(amounts, measure)
  return amounts[measure][direction]
}

function moneyOf({ cost, commandsCost }: UsageAmounts, { currency, of }: Money): number {
  const [both, commands] = [cost.get(currency) ?? 0, commandsCost.get(currency) ?? 0]
  if (of === undefined) return both
  return of === 'commands' ? commands : addMoney(both, -commands)
}

/** All parts of one bucket together. */
export function bucketTotal(
  { parts }: { readonly parts: readonly PartColumns[] },
  measure: Measure,
  direction: Direction,
  index: number,
): number {
  const amounts = parts.map((part) => columnOf(part, measure, direction)[index] ?? 0)
  return typeof measure === 'object'
    ? amounts.reduce(addMoney, 0)
    : amounts.reduce((sum, amount) => sum + amount, 0)
}

/**
 * The bucket that a share of the interval lies in.
 *
 * @param share of the interval's length from its start; what lies outside counts to the nearest end
 */
export function bucketIndexAt({ interval, buckets }: UsageSeries, share: number): number {
  const [start, end] = [interval.start.getTime(), interval.end.getTime()]
  const moment = start + share * (end - start)
  const index = buckets.findIndex((bucket) => moment < bucket.end.getTime())
  return index === -1 ? buckets.length - 1 : index
}

/** Whether nothing at all was used, as far as is known. */
export function isEmptySeries({ total }: UsageSeries): boolean {
  return total.data.total === 0 && total.commands.total === 0
}

/** Whether nothing of a series is there, as it is all longer ago than KORE remembers. */
export function isBeyondRetention({ buckets }: UsageSeries): boolean {
  return buckets.every(({ freshness }) => freshness === 'beyondRetention')
}

import type { Product } from '../kore/products.ts'
import { settledBoundary } from '../kore/settled.ts'
import { addMoney } from '../question/money.ts'
import { startOfUtcMonth } from '../time/granularity.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { costChanges, type PeriodCosts } from './cost-change.ts'
import { gravestLimit, type MeteredLimit, weightOf } from './metered-limit.ts'
import { STEP } from './step.ts'

/** What is held against what: settled days alone, so that nothing late looks like a fall. */
export interface MoverPeriods {
  /** The newest settled days. */
  readonly current: Interval
  /** As many days before them. */
  readonly previous: Interval
  /** Within which a SIM has been somewhere before. */
  readonly history: Interval
  /** The settled days of the running calendar month; none at its beginning. */
  readonly month: Interval
  /** How many days the current and the previous period have. */
  readonly days: number
}

/** Days before the current period within which a country is not new. */
export const HISTORY_DAYS = 60

/** @param days how many settled days are held against as many before */
export function moverPeriods(product: Product, days: number, now: Date): MoverPeriods {
  const settled = settledBoundary(product, now).getTime()
  const before = (count: number) => new Date(settled - count * MILLISECONDS_PER_DAY)
  const monthStart = startOfUtcMonth(now)
  const end = new Date(settled)
  return {
    current: { start: before(days), end },
    previous: { start: before(2 * days), end: before(days) },
    history: { start: before(days + HISTORY_DAYS), end: before(days) },
    month: { start: monthStart, end: end > monthStart ? end : monthStart },
    days,
  }
}

/** What one SIM did in each of the periods, in bytes but for its Commands and its cost. */
export interface SimActivity<T> {
  readonly sim: T
  readonly current: number
  readonly previous: number
  /** Commands sent and received in each of the two; none of a product that tells none. */
  readonly commands: { readonly current: number; readonly previous: number }
  /** What it cost in both periods, by currency; empty where no charge is told. */
  readonly cost: PeriodCosts
  /** Each limit that it has. */
  readonly limits: readonly MeteredLimit[]
  /** Where it was in the current period and not in the history, though it was used before. */
  readonly newCountries: readonly string[]
}

/**
 * What is worth a look at a SIM.
 * - `top`: it used most
 * - `grew`, `fell`: its usage changed most, in bytes
 * - `silent`: it was used in the previous period, and not in the current one
 * - `roaming`: it was somewhere it had not been
 * - `cost`: it cost most
 * - `costGrew`: its cost grew most, in money
 * - `limit`: it has reached its limit, or will within the month at its pace
 */
export type FindingKind =
  | 'top'
  | 'grew'
  | 'fell'
  | 'silent'
  | 'roaming'
  | 'cost'
  | 'costGrew'
  | 'limit'

const FINDING_KINDS: readonly FindingKind[] = [
  'top',
  'grew',
  'fell',
  'silent',
  'roaming',
  'cost',
  'costGrew',
  'limit',
]

export interface Finding<T> {
  readonly kind: FindingKind
  readonly activity: SimActivity<T>
}

/** Findings of one kind: the gravest of them, and how many there are in all. */
export interface Findings<T> {
  readonly kind: FindingKind
  readonly count: number
  readonly gravest: readonly Finding<T>[]
}

/** What came of a look at every SIM. */
export interface Movers<T> {
  readonly findings: readonly Findings<T>[]
  /** Bytes of all SIMs in the current period. */
  readonly total: number
}

/**
 * Looks for what is worth a look, in steps.
 *
 * @param most how many findings of each kind are wanted
 */
export function* findMovers<T>(
  activities: Iterable<SimActivity<T>>,
  most: number,
): Generator<void, Movers<T>> {
  const ranked = FINDING_KINDS.map((kind) => ({ kind, ranking: new Ranking<SimActivity<T>>(most) }))
  let [total, looked] = [0, 0]
  for (const activity of activities) {
    total += activity.current
    looked += 1
    if (looked % STEP === 0) yield
    for (const { kind, ranking } of ranked) {
      const gravity = GRAVITY[kind](activity)
      if (gravity !== undefined) ranking.add(activity, gravity)
    }
  }
  return {
    total,
    findings: ranked.map(({ kind, ranking }) => ({
      kind,
      count: ranking.count,
      gravest: ranking.items().map((activity) => ({ kind, activity })),
    })),
  }
}

type Gravity = (activity: Omit<SimActivity<unknown>, 'sim'>) => number | undefined

const largest = (amounts: readonly number[]) => Math.max(0, ...amounts)

const above = (amount: number) => (amount > 0 ? amount : undefined)

/** How much a finding of each kind weighs; undefined where it is none. */
const GRAVITY: Record<FindingKind, Gravity> = {
  top: ({ current }) => above(current),
  grew: ({ current, previous }) => above(current - previous),
  fell: ({ current, previous }) => (current > 0 ? above(previous - current) : undefined),
  // A Command is some bytes, which nobody counts.
  silent: ({ current, previous, commands }) =>
    current === 0 && commands.current === 0 ? above(previous + commands.previous) : undefined,
  roaming: ({ newCountries, current }) => (newCountries.length > 0 ? current : undefined),
  cost: ({ cost }) => above(largest(costChanges(cost).map(({ current }) => current))),
  costGrew: ({ cost }) =>
    above(largest(costChanges(cost).map(({ current, previous }) => addMoney(current, -previous)))),
  limit: ({ limits }) => {
    const gravest = gravestLimit(limits)
    return gravest && weightOf(gravest)
  },
}

/** Keeps the largest of many. */
class Ranking<T> {
  readonly #most: number
  readonly #ranked: { readonly item: T; readonly value: number }[] = []
  count = 0

  constructor(most: number) {
    this.#most = most
  }

  add(item: T, value: number): void {
    this.count += 1
    const last = this.#ranked.at(-1)
    if (this.#ranked.length === this.#most && last && last.value >= value) return
    const at = this.#ranked.findIndex((one) => one.value < value)
    this.#ranked.splice(at === -1 ? this.#ranked.length : at, 0, { item, value })
    this.#ranked.splice(this.#most)
  }

  items(): T[] {
    return this.#ranked.map(({ item }) => item)
  }
}

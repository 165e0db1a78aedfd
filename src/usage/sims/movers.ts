import type { Product } from '../kore/products.ts'
import { settledBoundary } from '../kore/settled.ts'
import { startOfNextUtcMonth, startOfUtcMonth } from '../time/granularity.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { limitReachedAt } from './limit-reach.ts'
import { STEP } from './step.ts'

/** What is held against what: settled days alone, so that nothing late looks like a fall. */
export interface MoverPeriods {
  /** The newest settled days. */
  readonly current: Interval
  /** As many days before them. */
  readonly previous: Interval
  /** Within which a SIM has been somewhere before. */
  readonly history: Interval
  /** The settled days of the running month; none at its beginning. */
  readonly month: Interval
  /** The end of the running month. */
  readonly monthEnd: Date
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
    monthEnd: startOfNextUtcMonth(now),
    days,
  }
}

/** What one SIM did in each of the periods, in bytes. */
export interface SimActivity<T> {
  readonly sim: T
  readonly current: number
  readonly previous: number
  readonly month: number
  /** Bytes in a month; undefined where there is no limit. */
  readonly limit: number | undefined
  /** Where it was in the current period and not in the history, though it was used before. */
  readonly newCountries: readonly string[]
}

/**
 * What is worth a look at a SIM.
 * - `top`: it used most
 * - `grew`, `fell`: its usage changed most, in bytes
 * - `silent`: it was used in the previous period, and not in the current one
 * - `roaming`: it was somewhere it had not been
 * - `limit`: it has reached its limit, or will within the month at its pace
 */
export type FindingKind = 'top' | 'grew' | 'fell' | 'silent' | 'roaming' | 'limit'

const FINDING_KINDS: readonly FindingKind[] = ['top', 'grew', 'fell', 'silent', 'roaming', 'limit']

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
  periods: MoverPeriods,
  most: number,
): Generator<void, Movers<T>> {
  const ranked = FINDING_KINDS.map((kind) => ({ kind, ranking: new Ranking<SimActivity<T>>(most) }))
  let [total, looked] = [0, 0]
  for (const activity of activities) {
    total += activity.current
    looked += 1
    if (looked % STEP === 0) yield
    for (const { kind, ranking } of ranked) {
      const gravity = GRAVITY[kind](activity, periods)
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

/**
 * The moment at which a SIM reaches its limit if it goes on as in the current period; the end of the
 * settled days where it has.
 *
 * @returns undefined where it has no limit, or will not within the month
 */
export function limitReached(
  { limit, month, current }: Omit<SimActivity<unknown>, 'sim'>,
  { month: { end }, monthEnd, days }: MoverPeriods,
): Date | undefined {
  if (limit === undefined) return undefined
  return limitReachedAt({ limit, used: month, pace: current / days, from: end, until: monthEnd })
}

type Gravity = (
  activity: Omit<SimActivity<unknown>, 'sim'>,
  periods: MoverPeriods,
) => number | undefined

const above = (amount: number) => (amount > 0 ? amount : undefined)

/** How much a finding of each kind weighs; undefined where it is none. */
const GRAVITY: Record<FindingKind, Gravity> = {
  top: ({ current }) => above(current),
  grew: ({ current, previous }) => above(current - previous),
  fell: ({ current, previous }) => (current > 0 ? above(previous - current) : undefined),
  silent: ({ current, previous }) => (current === 0 ? above(previous) : undefined),
  roaming: ({ newCountries, current }) => (newCountries.length > 0 ? current : undefined),
  limit: (activity, periods) => {
    const reached = limitReached(activity, periods)
    if (reached === undefined) return undefined
    const { month, limit = 1 } = activity
    // Those that have reached it come first, the one that is furthest beyond before the others.
    return month >= limit ? month / limit : -reached.getTime()
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

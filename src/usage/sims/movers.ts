import type { Product } from '../kore/products.ts'
import { settledBoundary } from '../kore/settled.ts'
import { startOfUtcMonth } from '../time/granularity.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { shareUsed, type UsedLimit } from './data-limit.ts'
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

/** How far a SIM has used up a limit by the settled days of its month, and at which pace it goes on. */
export interface MeteredLimit extends UsedLimit {
  /** Bytes of the limit's part on a day of the current period. */
  readonly pace: number
  /** The settled days of the month that the limit holds for. */
  readonly settled: Interval
  /** The end of that month. */
  readonly until: Date
}

/** What one SIM did in each of the periods, in bytes but for its Commands. */
export interface SimActivity<T> {
  readonly sim: T
  readonly current: number
  readonly previous: number
  /** Commands sent and received in each of the two; none of a product that tells none. */
  readonly commands: { readonly current: number; readonly previous: number }
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

/**
 * The moment at which a limit is reached if the SIM goes on as in the current period; the end of the settled
 * days where it has been.
 *
 * @returns undefined where it will not be within its month
 */
export function limitReached({
  limit,
  used,
  pace,
  settled,
  until,
}: MeteredLimit): Date | undefined {
  return limitReachedAt({ limit: limit.bytes, used, pace, from: settled.end, until })
}

/**
 * The limit that matters most: of those that are reached the one that is furthest overshot, else the one
 * that is reached soonest.
 *
 * @returns undefined where none is, nor will be
 */
export function gravestLimit(limits: readonly MeteredLimit[]): MeteredLimit | undefined {
  const weights = limits.map((limit) => ({ limit, weight: weightOf(limit) }))
  return weights.reduce<{ limit?: MeteredLimit; weight: number | undefined }>(
    (gravest, one) =>
      one.weight !== undefined && (gravest.weight === undefined || one.weight > gravest.weight)
        ? one
        : gravest,
    { weight: undefined },
  ).limit
}

/** Those that have reached it come first, the one that is furthest beyond before the others. */
function weightOf(limit: MeteredLimit): number | undefined {
  const reached = limitReached(limit)
  if (reached === undefined) return undefined
  return limit.used >= limit.limit.bytes ? shareUsed(limit) : -reached.getTime()
}

type Gravity = (activity: Omit<SimActivity<unknown>, 'sim'>) => number | undefined

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

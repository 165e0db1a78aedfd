import type { Product } from '../kore/products.ts'
import { settledBoundary } from '../kore/settled.ts'
import { startOfUtcMonth } from '../time/granularity.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { costChanges, isCostUntold, isGrowthUntold, type PeriodCosts } from './cost-change.ts'
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
  /** What it used in both periods, with what of that is charged. */
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
 * - `cost`: it cost most in a currency
 * - `costGrew`: its cost grew most in a currency, in money, between what is charged
 * - `limit`: it has reached its limit, or is expected to within the month
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
  /** Of cost: what it is in, as amounts of two currencies have no order. */
  readonly currency?: string
  readonly activity: SimActivity<T>
}

/** Findings of one kind: the gravest of them, and how many there are in all. */
export interface Findings<T> {
  readonly kind: FindingKind
  /** Of cost: what it is in; undefined where no SIM has a cost. */
  readonly currency?: string
  readonly count: number
  /** Of cost: how many SIMs may be among them, and nobody can tell, as charges are missing. */
  readonly untold: number
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
  const rankings = new Map<string, Ranked<T>>()
  const rankingOf = (kind: FindingKind, currency?: string) => {
    const key = `${kind} ${currency ?? ''}`
    const known = rankings.get(key)
    if (known) return known.ranking
    const ranking = new Ranking<SimActivity<T>>(most)
    rankings.set(key, { kind, ...(currency === undefined ? {} : { currency }), ranking })
    return ranking
  }
  for (const kind of COUNTED_KINDS) rankingOf(kind)
  let [total, looked] = [0, 0]
  const untold = { cost: 0, costGrew: 0 }
  for (const activity of activities) {
    total += activity.current
    looked += 1
    if (looked % STEP === 0) yield
    for (const kind of COUNTED_KINDS) {
      const gravity = GRAVITY[kind](activity)
      if (gravity !== undefined) rankingOf(kind).add(activity, gravity)
    }
    if (isCostUntold(activity.cost)) untold.cost += 1
    if (isGrowthUntold(activity.cost)) untold.costGrew += 1
    for (const { currency, current, growth = 0 } of costChanges(activity.cost)) {
      if (current > 0) rankingOf('cost', currency).add(activity, current)
      if (growth > 0) rankingOf('costGrew', currency).add(activity, growth)
    }
  }
  const findings = FINDING_KINDS.flatMap((kind) =>
    findingsOf(kind, rankings, kind === 'cost' || kind === 'costGrew' ? untold[kind] : 0),
  )
  return { total, findings }
}

interface Ranked<T> {
  readonly kind: FindingKind
  readonly currency?: string
  readonly ranking: Ranking<SimActivity<T>>
}

/** The findings of a kind, those of each currency apart; where there are none, it says so once. */
function findingsOf<T>(
  kind: FindingKind,
  rankings: ReadonlyMap<string, Ranked<T>>,
  untold: number,
): Findings<T>[] {
  const found = [...rankings.values()]
    .filter((one) => one.kind === kind)
    .map(({ ranking, ...named }) => ({
      ...named,
      count: ranking.count,
      untold,
      gravest: ranking.items().map((activity) => ({ ...named, activity })),
    }))
    .sort(({ currency: a = '' }, { currency: b = '' }) => (a < b ? -1 : 1))
  return found.length > 0 ? found : [{ kind, count: 0, untold, gravest: [] }]
}

/** The kinds that are counted in bytes. */
const COUNTED_KINDS = ['top', 'grew', 'fell', 'silent', 'roaming', 'limit'] as const

type Gravity = (activity: Omit<SimActivity<unknown>, 'sim'>) => number | undefined

const above = (amount: number) => (amount > 0 ? amount : undefined)

/** How much a finding of each kind weighs; undefined where it is none. */
const GRAVITY: Record<(typeof COUNTED_KINDS)[number], Gravity> = {
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

import { useQueries } from '@tanstack/react-query'
import { type UpstreamError, upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { type Oddity, sumOddities } from '#usage/question/oddity.ts'
import { planRequests, type UsageRequest } from '#usage/question/request-plan.ts'
import type { DataLimit } from '#usage/sims/data-limit.ts'
import { MOST_UNASKED } from '#usage/sims/gathering.ts'
import { reachedByMean } from '#usage/sims/limit-reach.ts'
import type { MoverPeriods, SimActivity } from '#usage/sims/movers.ts'
import { amountsOfSim, bytesOfSim } from '#usage/sims/sim-sums.ts'
import { startOfNextUtcMonth } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'
import { usageQuery } from '../usage/usage.ts'
import { simSumsQuery } from './sim-usage.ts'
import { combineSums, type FetchedSums, isThere, planSums } from './use-sim-sums.ts'
import type { Sim } from './use-sims.ts'

/** What every SIM did, as far as it is there. */
export interface Activities {
  /** Reads one SIM's; undefined while it is not known. */
  activityOf(sim: Sim, limits: readonly DataLimit[]): SimActivity<Sim> | undefined
  /** What it reads from, period by period: the same objects for as long as it answers the same. */
  readonly madeFrom: readonly (readonly object[])[]
  readonly requests: number
  readonly answered: number
  readonly error: UpstreamError | undefined
  /** What was odd in the answers, one for each kind. */
  readonly oddities: readonly Oddity[]
  /** Whether it can only be known SIM by SIM. */
  readonly refused: boolean
  retry(): void
}

/** What Super SIMs did, and what of it is not asked for unasked. */
export interface SuperSimActivities extends Activities {
  /** How many requests it will take in all; those of countries are counted once these are known. */
  readonly work: number
  /** What is not asked for before its reader has agreed: everything, or where SIMs were. */
  readonly waits: 'all' | 'countries' | 'nothing'
  readonly fetching: boolean
  /** Whether it is known where each SIM was. */
  readonly placesKnown: boolean
}

/**
 * What Super SIMs did, from sums over all of them: in each period, and country by country.
 *
 * @param wanted false asks for nothing
 * @param agreed whether more may be asked for than is asked for unasked
 */
export function useSuperSimActivities(
  accounts: readonly string[],
  periods: MoverPeriods,
  now: Date,
  wanted: boolean,
  agreed: boolean,
): SuperSimActivities {
  const plan = planPeriods(wanted ? accounts : [], periods, now)
  const first = Object.values(plan).flat().length
  const mayBegin = agreed || first <= MOST_UNASKED
  const asked = (requests: readonly UsageRequest[]) => (mayBegin ? requests : [])
  const [current, previous, month] = useSums([
    asked(plan.current),
    asked(plan.previous),
    asked(plan.month),
  ])
  const where = useCountries(current?.error ? [] : asked(plan.countries))
  const placed = planCountries(where.found, periods, now)
  const work =
    first + placed.reduce((sum, { here, before }) => sum + [...here, ...before].length, 0)
  const mayGoOn = mayBegin && (agreed || work <= MOST_UNASKED)
  const here = useSums(placed.map((one) => (mayGoOn ? one.here : [])))
  const before = useSums(placed.map((one) => (mayGoOn ? one.before : [])))
  const all = [current, previous, month, ...here, ...before].flatMap((sums) => sums ?? [])
  // Of a period that is not all there, or could not be read, nobody was silent.
  const known =
    current !== undefined &&
    previous !== undefined &&
    month !== undefined &&
    isThere(current) &&
    isThere(previous) &&
    // On the first days of a month it has none that is settled.
    month.answered === month.requests
  const placesKnown =
    mayGoOn &&
    where.requests > 0 &&
    where.answered === where.requests &&
    [...here, ...before].every(isThere)
  const places = placesKnown
    ? placed.map(({ country }, index) => ({ country, here: here[index], before: before[index] }))
    : []
  const error = all.find((sums) => sums.error)?.error ?? where.error
  return {
    work,
    waits: !mayBegin ? 'all' : mayGoOn ? 'nothing' : 'countries',
    madeFrom: all.map(({ sums }) => sums),
    requests: all.reduce((sum, { requests }) => sum + requests, where.requests),
    answered: all.reduce((sum, { answered }) => sum + answered, where.answered),
    error,
    // The other sums are of the same records.
    oddities: sumOddities([current, previous].flatMap((sums) => sums?.oddities ?? [])),
    fetching: where.fetching || all.some(({ fetching }) => fetching),
    refused: all.some(({ refused }) => refused),
    retry: () => {
      for (const { retry } of [...all, where]) retry()
    },
    placesKnown,
    activityOf: (sim, limits) =>
      known
        ? readActivity(sim, limits, { current, previous, month, places }, periods, now)
        : undefined,
  }
}

/** What every SIM used, period by period and country by country. */
interface ActivitySums {
  readonly current: FetchedSums
  readonly previous: FetchedSums
  readonly month: FetchedSums
  /** None until it is known where each SIM was. */
  readonly places: readonly {
    readonly country: string
    readonly here: FetchedSums | undefined
    readonly before: FetchedSums | undefined
  }[]
}

function readActivity(
  sim: Sim,
  limits: readonly DataLimit[],
  { current, previous, month, places }: ActivitySums,
  periods: MoverPeriods,
  now: Date,
): SimActivity<Sim> {
  const { sid } = sim
  const bytesIn = (sums: FetchedSums | undefined) => bytesOfSim(sums?.sums ?? [], sid)
  const usedBefore = bytesIn(previous) > 0 || places.some(({ before }) => bytesIn(before) > 0)
  return {
    sim,
    newCountries: usedBefore
      ? places.flatMap(({ country, here, before }) =>
          bytesIn(here) > 0 && bytesIn(before) === 0 ? country : [],
        )
      : [],
    current: bytesIn(current),
    previous: bytesIn(previous),
    commands: { current: 0, previous: 0 },
    cost: {
      current: amountsOfSim(current.sums, sid),
      previous: amountsOfSim(previous.sums, sid),
    },
    limits: limits.map((limit) => {
      const [used, mean] = [bytesIn(month), bytesIn(current) / periods.days]
      const [settled, until] = [periods.month, startOfNextUtcMonth(now)]
      const reachedAt = reachedByMean(limit, used, mean, settled, until)
      return { limit, used, mean, reachedAt, settled, until }
    }),
  }
}

/** The requests for the periods, and for the countries that there was any usage in. */
function planPeriods(accounts: readonly string[], periods: MoverPeriods, now: Date) {
  const { current, previous, month } = periods
  const sums = (interval: Interval) =>
    interval.end > interval.start ? planSums(accounts, interval, {}, now) : []
  return {
    current: sums(current),
    previous: sums(previous),
    month: sums(month),
    countries: planRequests(
      {
        product: 'super-sim',
        accounts,
        filter: {},
        group: 'country',
        granularity: 'total',
        interval: current,
      },
      now,
    ),
  }
}

/** The requests for what was used in each country, of the accounts alone that used anything there. */
function planCountries(
  found: ReadonlyMap<string, readonly string[]>,
  { current, history }: MoverPeriods,
  now: Date,
) {
  return [...found].sort().map(([country, accounts]) => ({
    country,
    here: planSums(accounts, current, { country }, now),
    before: planSums(accounts, history, { country }, now),
  }))
}

/** The countries that there was any usage in, with the accounts of which it was. */
function useCountries(plan: readonly UsageRequest[]) {
  const results = useQueries({ queries: plan.map((request) => usageQuery(request, false)) })
  const found = new Map<string, string[]>()
  for (const [index, { data }] of results.entries()) {
    const account = plan[index]?.account
    if (account === undefined || !data || data.value === 'notKept') continue
    for (const { part } of data.value) {
      const accounts = found.get(part) ?? []
      if (/^[A-Z]{2}$/.test(part) && !accounts.includes(account)) {
        found.set(part, [...accounts, account])
      }
    }
  }
  const failed = results.find(({ error, data }) => error && !data)
  return {
    found,
    requests: results.length,
    answered: results.filter(({ data }) => data).length,
    fetching: results.some(({ isFetching }) => isFetching),
    error: failed && upstreamErrorOf(failed.error),
    retry: () => {
      for (const result of results) if (result.isError) result.refetch()
    },
  }
}

/** What every SIM used, by each of some plans. */
function useSums(plans: readonly (readonly UsageRequest[])[]): FetchedSums[] {
  const results = useQueries({ queries: plans.flat().map(simSumsQuery) })
  let from = 0
  return plans.map(({ length }) => {
    const own = results.slice(from, from + length)
    from += length
    return combineSums(own)
  })
}

import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { type UpstreamError, upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { planRequests } from '#usage/question/request-plan.ts'
import type { DataLimit } from '#usage/sims/data-limit.ts'
import { findMovers, type MoverPeriods, type Movers, type SimActivity } from '#usage/sims/movers.ts'
import { amountsOfDays, countriesOfDays, limitedBytesOfDays } from '#usage/sims/sim-days.ts'
import { bytesOfSim } from '#usage/sims/sim-sums.ts'
import { startOfNextUtcMonth } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'
import { computedKey, identityOf } from '../query-key.ts'
import { usageQuery } from '../usage/usage.ts'
import { runInSlices } from './run-in-slices.ts'
import { simSumsQuery } from './sim-usage.ts'
import { type ChosenSims, type Gathering, useGatheredDays } from './use-gathered-days.ts'
import { combineSums, type FetchedSums, isThere, planSums, useSimSums } from './use-sim-sums.ts'
import type { AccountSims, Plans, Sim } from './use-sims.ts'

/** Of each kind of finding so many are kept. */
const MOST_FINDINGS = 25

/** What every SIM did, as far as it is there. */
interface Activities {
  /** Reads one SIM's; undefined while it is not known. */
  activityOf(sim: Sim, limits: readonly DataLimit[]): SimActivity<Sim> | undefined
  /** What it reads from, period by period: the same objects for as long as it answers the same. */
  readonly madeFrom: readonly (readonly object[])[]
  readonly requests: number
  readonly answered: number
  readonly error: UpstreamError | undefined
  /** Whether it can only be known SIM by SIM. */
  readonly refused: boolean
  retry(): void
}

/**
 * What Super SIMs did, from sums over all of them: in each period, and country by country.
 *
 * @param wanted false asks for nothing
 */
export function useSuperSimActivities(
  accounts: readonly string[],
  periods: MoverPeriods,
  now: Date,
  wanted: boolean,
): Activities {
  const asked = (interval: Interval) =>
    wanted && interval.end > interval.start ? interval : undefined
  const current = useSimSums(accounts, asked(periods.current), now)
  const previous = useSimSums(accounts, asked(periods.previous), now)
  const month = useSimSums(accounts, asked(periods.month), now)
  const where = useCountries(accounts, periods.current, now, wanted && !current.error)
  const here = useSumsByCountry(accounts, where.countries, periods.current, now)
  const before = useSumsByCountry(accounts, where.countries, periods.history, now)
  const all = [current, previous, month, ...here.values(), ...before.values()]
  // Of a period that is not all there, or could not be read, nobody was silent.
  const known = [current, previous, month].every(isThere)
  const placesKnown = [...here.values(), ...before.values()].every(isThere)
  return {
    madeFrom: all.map(({ sums }) => sums),
    requests: all.reduce((sum, { requests }) => sum + requests, where.requests),
    answered: all.reduce((sum, { answered }) => sum + answered, where.answered),
    error: all.find(({ error }) => error)?.error ?? where.error,
    refused: all.some(({ refused }) => refused),
    retry: () => {
      for (const { retry } of [...all, where]) retry()
    },
    activityOf: (sim, limits) => {
      if (!known) return undefined
      const { sid } = sim
      const earlier = bytesOfSim(previous.sums, sid)
      const usedBefore =
        earlier > 0 || [...before.values()].some(({ sums }) => bytesOfSim(sums, sid) > 0)
      const newCountries =
        usedBefore && placesKnown
          ? where.countries.filter(
              (country) =>
                bytesOfSim(here.get(country)?.sums ?? [], sid) > 0 &&
                bytesOfSim(before.get(country)?.sums ?? [], sid) === 0,
            )
          : []
      return {
        sim,
        newCountries,
        current: bytesOfSim(current.sums, sid),
        previous: earlier,
        commands: { current: 0, previous: 0 },
        limits: limits.map((limit) => ({
          limit,
          used: bytesOfSim(month.sums, sid),
          pace: bytesOfSim(current.sums, sid) / periods.days,
          settled: periods.month,
          until: startOfNextUtcMonth(now),
        })),
      }
    },
  }
}

/** The countries that there was any usage in. */
function useCountries(accounts: readonly string[], interval: Interval, now: Date, wanted: boolean) {
  const query = {
    product: 'super-sim',
    accounts,
    filter: {},
    group: 'country',
    granularity: 'total',
    interval,
  } as const
  const results = useQueries({
    queries: (wanted ? planRequests(query, now) : []).map((request) => usageQuery(request, false)),
  })
  const records = results.flatMap(({ data }) =>
    data && data.value !== 'notKept' ? data.value : [],
  )
  const failed = results.find(({ error, data }) => error && !data)
  return {
    countries: [...new Set(records.map(({ part }) => part))]
      .filter((part) => /^[A-Z]{2}$/.test(part))
      .sort(),
    requests: results.length,
    answered: results.filter(({ data }) => data).length,
    error: failed && upstreamErrorOf(failed.error),
    retry: () => {
      for (const result of results) if (result.isError) result.refetch()
    },
  }
}

/** What every SIM used in some countries, by country. */
function useSumsByCountry(
  accounts: readonly string[],
  countries: readonly string[],
  interval: Interval,
  now: Date,
): ReadonlyMap<string, FetchedSums> {
  const plans = countries.map((country) => planSums(accounts, interval, { country }, now))
  const results = useQueries({ queries: plans.flat().map(simSumsQuery) })
  let from = 0
  return new Map(
    countries.map((country, index) => {
      const own = results.slice(from, from + (plans[index]?.length ?? 0))
      from += own.length
      return [country, combineSums(own)]
    }),
  )
}

/**
 * What SIMs did that have to be asked for one by one.
 *
 * @param limitMonthOf the month that the limits of an account's SIMs hold for
 */
export function useGatheredActivities(
  chosen: ChosenSims,
  periods: MoverPeriods,
  now: Date,
  wanted: boolean,
  limitMonthOf: (account: string) => Interval,
): { readonly gathering: Gathering; readonly activities: Activities } {
  const { current, previous, history } = periods
  // Two months and more: the month of every limit begins within.
  const gathering = useGatheredDays(chosen, { start: history.start, end: current.end }, now, wanted)
  return {
    gathering,
    activities: {
      madeFrom: [[gathering.days]],
      requests: chosen.sims.length,
      answered: gathering.days.size,
      error: undefined,
      refused: false,
      retry: gathering.resume,
      activityOf: (sim, limits) => {
        const days = gathering.days.get(sim.sid)
        if (!days) return undefined
        const usedIn = (interval: Interval) => amountsOfDays(days, interval)
        const before = countriesOfDays(days, history)
        const limitMonth = limitMonthOf(sim.account)
        const settledEnd = current.end > limitMonth.start ? current.end : limitMonth.start
        const settled = { start: limitMonth.start, end: settledEnd }
        return {
          sim,
          // A SIM that has just begun is new everywhere.
          newCountries:
            usedIn(history).data.total > 0 || usedIn(history).commands > 0
              ? countriesOfDays(days, current).filter((country) => !before.includes(country))
              : [],
          current: usedIn(current).data.total,
          previous: usedIn(previous).data.total,
          commands: { current: usedIn(current).commands, previous: usedIn(previous).commands },
          limits: limits.map((limit) => ({
            limit,
            used: limitedBytesOfDays(days, settled, limit.part),
            pace: limitedBytesOfDays(days, current, limit.part) / periods.days,
            settled,
            until: limitMonth.end,
          })),
        }
      },
    },
  }
}

/** What is worth a look among the SIMs of a list, of which enough is known. */
export function moversQuery(
  { pages, sources }: Pick<AccountSims, 'pages' | 'sources'>,
  plans: Plans,
  plan: string,
  activities: Activities,
  periods: MoverPeriods,
) {
  return queryOptions<Movers<Sim>>({
    queryKey: computedKey(
      'movers',
      sources,
      identityOf(plans),
      plan,
      activities.madeFrom.map((answers) => answers.map(identityOf)),
      periods,
    ),
    queryFn: ({ signal }) =>
      runInSlices(
        findMovers(eachActivity(pages ?? [], plans, plan, activities), MOST_FINDINGS),
        signal,
      ),
    enabled: pages !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  })
}

/** Looks for what is worth a look; what was found before stays until then. */
export function useMovers(...asked: Parameters<typeof moversQuery>) {
  return useQuery({ ...moversQuery(...asked), placeholderData: keepPreviousData })
}

function* eachActivity(
  pages: readonly (readonly Sim[])[],
  plans: Plans,
  plan: string,
  { activityOf }: Activities,
): Generator<SimActivity<Sim>> {
  for (const page of pages) {
    for (const sim of page) {
      if (plan && sim.planSid !== plan) continue
      const activity = activityOf(sim, plans.get(sim.planSid)?.limits ?? [])
      if (activity) yield activity
    }
  }
}

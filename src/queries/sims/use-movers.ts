import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { MOST_UNASKED, tellsOfAll } from '#usage/sims/gathering.ts'
import { limitReachedAt } from '#usage/sims/limit-reach.ts'
import { findMovers, type MoverPeriods, type Movers, type SimActivity } from '#usage/sims/movers.ts'
import {
  amountsOfDays,
  countriesOfDays,
  countSimRequests,
  limitedBytesOfDays,
} from '#usage/sims/sim-days.ts'
import type { Interval } from '#usage/time/interval.ts'
import { computedKey, identityOf } from '../query-key.ts'
import { runInSlices } from './run-in-slices.ts'
import { type ChosenSims, type Gathering, useGatheredDays } from './use-gathered-days.ts'
import type { AccountSims, Plans, Sim } from './use-sims.ts'
import type { Activities } from './use-super-sim-activities.ts'

/** Of each kind of finding so many are kept. */
const MOST_FINDINGS = 25

/** What SIMs did that have to be asked for one by one. */
export interface GatheredActivities {
  readonly gathering: Gathering
  readonly activities: Activities
  /** How many requests it takes. */
  readonly work: number
  /** Whether it is not begun before its reader has agreed. */
  readonly waits: boolean
  /** Whether enough SIMs are there to tell of all of them. */
  readonly tellsOfAll: boolean
}

/**
 * Gathers what SIMs did that have to be asked for one by one.
 *
 * @param gather whether it may go on unasked, whatever it takes, or not at all
 * @param limitMonthOf the month that the limits of an account's SIMs hold for
 */
export function useGatheredActivities(
  chosen: ChosenSims,
  periods: MoverPeriods,
  now: Date,
  gather: 'auto' | 'on' | 'paused',
  limitMonthOf: (account: string) => Interval,
): GatheredActivities {
  const { current, previous, history } = periods
  // Two months and more: the month of every limit begins within.
  const interval = { start: history.start, end: current.end }
  const work = countSimRequests(chosen.sims, interval, now)
  const waits = gather === 'auto' && work > MOST_UNASKED
  const gathering = useGatheredDays(chosen, interval, now, gather !== 'paused' && !waits)
  const { days, failures, asked } = gathering
  return {
    gathering,
    work,
    waits,
    tellsOfAll: tellsOfAll(days.size, failures.size, asked),
    activities: {
      madeFrom: [[days]],
      requests: asked,
      answered: days.size,
      oddities: gathering.oddities,
      error: undefined,
      refused: false,
      retry: gathering.retry,
      activityOf: (sim, limits) => {
        const own = days.get(sim.sid)
        if (!own) return undefined
        const used = {
          current: amountsOfDays(own, current),
          previous: amountsOfDays(own, previous),
          history: amountsOfDays(own, history),
        }
        const before = countriesOfDays(own, history)
        const limitMonth = limitMonthOf(sim.account)
        const settledEnd = current.end > limitMonth.start ? current.end : limitMonth.start
        const settled = { start: limitMonth.start, end: settledEnd }
        return {
          sim,
          // A SIM that has just begun is new everywhere.
          newCountries:
            used.history.data.total > 0 || used.history.commands > 0
              ? countriesOfDays(own, current).filter((country) => !before.includes(country))
              : [],
          current: used.current.data.total,
          previous: used.previous.data.total,
          commands: { current: used.current.commands, previous: used.previous.commands },
          cost: { current: used.current, previous: used.previous },
          limits: limits.map((limit) => ({
            limit,
            used: limitedBytesOfDays(own, settled, limit.part),
            reachedAt: limitReachedAt(limit, {
              days: own,
              asked: interval,
              period: limitMonth,
              product: sim.product,
              now,
            }),
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

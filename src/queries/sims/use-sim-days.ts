import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type UpstreamError, upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { type AskedSim, planSimDays, type SimDays } from '#usage/sims/sim-days.ts'
import type { Interval } from '#usage/time/interval.ts'
import { simDaysQuery } from './sim-usage.ts'

/** What one SIM used day by day. */
interface FetchedDays {
  /** Undefined until all of it is there, and of an interval that cannot be asked for. */
  readonly days: readonly SimDays[] | undefined
  readonly error: UpstreamError | undefined
}

/**
 * What one SIM used day by day.
 *
 * @param interval on midnights UTC
 * @param wanted whether it is asked for at all
 */
export function useSimDays(
  sim: AskedSim,
  interval: Interval,
  now: Date,
  wanted = true,
): FetchedDays {
  const key = `${sim.account} ${sim.sid} ${interval.start.getTime()} ${interval.end.getTime()}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan is as new as what it is made from
  const plan = useMemo(
    () => (wanted ? planSimDays(sim, interval, now) : undefined),
    [key, now.getTime(), wanted],
  )
  const results = useQueries({ queries: (plan ?? []).map((request) => simDaysQuery(request)) })
  const there = results.flatMap(({ data }) => data ?? [])
  const failed = results.find(({ error, data }) => error && !data)
  return {
    days: results.length > 0 && there.length === results.length ? there : undefined,
    error: failed && upstreamErrorOf(failed.error),
  }
}

import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type UpstreamError, upstreamErrorOf } from '#kore-client/upstream-error.ts'
import {
  type AskedSim,
  oldestReading,
  planSimDays,
  type ReadSimDays,
} from '#usage/sims/sim-days.ts'
import type { Interval } from '#usage/time/interval.ts'
import { useHeldError } from '../again/use-held-error.ts'
import { triedOf, useReadAt, useReadingAgain } from '../usage/use-reading-again.ts'
import { simDaysQuery } from './sim-usage.ts'

/** What one SIM used day by day. */
interface FetchedDays {
  /** Undefined until all of it is there, and of an interval that cannot be asked for. */
  readonly days: readonly ReadSimDays[] | undefined
  /** When the oldest of what may still change was read; undefined where nothing may. */
  readonly asOf: Date | undefined
  readonly error: UpstreamError | undefined
}

/**
 * What one SIM used day by day.
 *
 * @param interval on midnights UTC
 * @param now to the minute; what could have become final by then is asked for again
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
    () => (wanted ? planSimDays(sim, interval, now).map((request) => ({ request })) : []),
    [key, now.getTime(), wanted],
  )
  const { parts, times, failed, fetching, ...asked } = useQueries({
    queries: plan.map(({ request }) => simDaysQuery(request)),
    combine: combineDays,
  })
  const readAt = useReadAt(times)
  const query = { product: sim.product, interval, granularity: 'day' } as const
  useReadingAgain(wanted ? query : undefined, plan, { ...asked, readAt }, now)
  return {
    days: parts,
    asOf: parts && oldestReading(parts),
    error: useHeldError(failed && upstreamErrorOf(failed), fetching && parts === undefined),
  }
}

function combineDays(results: UseQueryResult<ReadSimDays>[]) {
  const there = results.flatMap(({ data }) => data ?? [])
  return {
    parts: results.length > 0 && there.length === results.length ? there : undefined,
    times: results.map(({ data }) => data?.readAt?.getTime()),
    tries: results.map(triedOf),
    fetching: results.some(({ isFetching }) => isFetching),
    failed: results.find(({ error, data }) => error && !data)?.error ?? undefined,
    readAgain: (indexes: readonly number[]) => {
      for (const index of indexes) results[index]?.refetch({ cancelRefetch: false })
    },
  }
}

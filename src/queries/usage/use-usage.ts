import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Aged } from '#kore-client/get-json.ts'
import { type UpstreamError, upstreamErrorOf } from '#kore-client/upstream-error.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import {
  type Answers,
  type CountedRequest,
  countSeries,
  planCounted,
  planRanking,
  type UsageAnswer,
} from '#usage/series/counted-plan.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import type { Interval } from '#usage/time/interval.ts'
import { usageQuery } from './usage.ts'

/** A part of the range that could not be fetched. */
export interface UsageFailure {
  readonly account: string
  readonly interval: Interval
  readonly error: UpstreamError
}

/** The usage that answers a query, as far as it is there. */
export interface Usage {
  /** Undefined until something can be drawn. */
  readonly series: UsageSeries | undefined
  /** Whether the series still answers the question before this one. */
  readonly outdated: boolean
  readonly fetching: boolean
  readonly requests: number
  readonly answered: number
  readonly failures: readonly UsageFailure[]
  /**
   * When the oldest of what may still change was read from KORE, by this computer's clock in
   * milliseconds; undefined where nothing can change.
   */
  readonly readAt: number | undefined
  /** The same account by account; only those of which something shown may still change. */
  readonly readAtByAccount: ReadonlyMap<string, number>
  /** Asks again for what failed, and for nothing else. */
  retry(): void
  /** Asks again for what may still change. */
  refresh(): void
}

/**
 * Fetches what a query needs and builds its series; what was there before stays until something new
 * can be drawn.
 *
 * @param query undefined asks for nothing
 * @param now to the minute; freshness is judged from it
 * @param refreshEvery milliseconds after which what may still change is asked for again
 */
export function useUsage(
  query: UsageQuery | undefined,
  now: Date,
  refreshEvery: number | false,
): Usage {
  const key = JSON.stringify(query)
  const minute = now.getTime()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a query is as new as its content
  const ranking = useMemo(() => (query ? planRanking(query, now) : []), [key, minute])
  const ranked = useRequests(ranking, refreshEvery)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a query is as new as its content
  const plan = useMemo(
    () => (query ? planCounted(query, ranked.records, now) : []),
    [key, minute, ranking, ranked.records],
  )
  const fetched = useRequests(plan, refreshEvery)
  const all = ranking.length > 0 ? [ranked, fetched] : [fetched]
  const requests = [...ranking, ...plan].length
  const answered = all.flatMap(({ records }) => records.filter(Boolean)).length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a query is as new as its content
  const current = useMemo(() => {
    if (!query) return undefined
    const some = fetched.records.some(Array.isArray) || answered === requests
    return some || requests === 0 ? countSeries(query, plan, fetched.records, now) : undefined
  }, [key, minute, plan, fetched.records])
  const shown = useLatest(current)
  const failures = all.flatMap(({ failures }) => failures)
  const readings = all.flatMap(({ readings }) => readings)
  const nothing = failures.length > 0 && answered + failures.length === requests
  return {
    series: current ?? (nothing ? undefined : shown),
    outdated: current === undefined && shown !== undefined,
    fetching: all.some(({ fetching }) => fetching),
    requests,
    answered,
    failures,
    readAt: oldest(readings.map(({ at }) => at)),
    readAtByAccount: new Map(
      readings.toSorted((a, b) => b.at - a.at).map(({ account, at }) => [account, at]),
    ),
    retry: () => {
      for (const { retry } of all) retry()
    },
    refresh: () => {
      for (const { refresh } of all) refresh()
    },
  }
}

function oldest(times: readonly number[]): number | undefined {
  return times.length > 0 ? Math.min(...times) : undefined
}

/** When something that may still change was read, by this computer's clock. */
interface Reading {
  readonly account: string
  readonly at: number
}

interface Fetched {
  readonly records: Answers
  readonly failures: readonly UsageFailure[]
  readonly fetching: boolean
  readonly readings: readonly Reading[]
  retry(): void
  refresh(): void
}

/** Fetches what the requests of a plan bring. */
export function useRequests(
  plan: readonly CountedRequest[],
  refreshEvery: number | false,
): Fetched {
  const { records, errors, times, fetching, retry, refetch } = useQueries({
    queries: plan.map(({ request }) => usageQuery(request, refreshEvery)),
    combine: combineResults,
  })
  const failures = plan.flatMap(({ request: { account, interval } }, index) => {
    const error = errors[index]
    return error ? [{ account, interval, error: upstreamErrorOf(error) }] : []
  })
  const open = plan.flatMap(({ request }, index) => (request.settled ? [] : index))
  return {
    records,
    failures,
    fetching,
    readings: open.flatMap((index) => {
      const [at, account] = [times[index], plan[index]?.request.account]
      return at === undefined || account === undefined ? [] : { account, at }
    }),
    retry,
    refresh: () => refetch(open),
  }
}

function combineResults(results: UseQueryResult<Aged<UsageAnswer>>[]) {
  return {
    records: results.map(({ data }) => data?.value),
    errors: results.map(({ data, error }) => (data ? null : error)),
    times: results.map(({ data, dataUpdatedAt }) => data && dataUpdatedAt - data.age),
    fetching: results.some(({ isFetching }) => isFetching),
    refetch: (indexes: readonly number[]) => {
      for (const index of indexes) results[index]?.refetch()
    },
    retry: () => {
      for (const result of results) if (result.isError) result.refetch()
    },
  }
}

/** The last value that was there. */
function useLatest<T>(value: T | undefined): T | undefined {
  const [latest, setLatest] = useState(value)
  if (value !== undefined && value !== latest) setLatest(value)
  return value ?? latest
}

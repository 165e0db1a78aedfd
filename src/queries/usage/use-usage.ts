import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
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
import { type Read, usageQuery } from './usage.ts'
import { type Tried, triedOf, useReadAt, useReadingAgain } from './use-reading-again.ts'

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
  /** Whether the series is one from before, as nothing newer is there. */
  readonly outdated: boolean
  /** Whether it answers the question before this one, so that nothing said of this one holds for it. */
  readonly ofEarlierQuestion: boolean
  readonly fetching: boolean
  readonly requests: number
  readonly answered: number
  readonly failures: readonly UsageFailure[]
  /** Why what is there could not be read again; undefined where that was not tried, or went well. */
  readonly rereadError: UpstreamError | undefined
  /**
   * When the oldest of what may still change was read from KORE, by KORE's clock in milliseconds;
   * undefined where nothing can change.
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
 * @param now to the minute; what could have become final by then is asked for again
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
    if (!some && requests > 0) return undefined
    return { key, series: countSeries(query, plan, fetched.records, now, fetched.readAt) }
  }, [key, minute, plan, fetched.records, fetched.readAt])
  useReadingAgain(query, plan, fetched, now)
  const shown = useLatest(current)
  const ofEarlierQuestion = shown !== undefined && shown.key !== key
  const failures = all.flatMap(({ failures }) => failures)
  const readings = all.flatMap(({ readings }) => readings)
  const nothing = failures.length > 0 && answered + failures.length === requests
  return {
    series: nothing && ofEarlierQuestion ? undefined : shown?.series,
    outdated: current === undefined && shown !== undefined,
    ofEarlierQuestion,
    fetching: all.some(({ fetching }) => fetching),
    requests,
    answered,
    failures,
    rereadError: all.flatMap(({ rereadError }) => rereadError ?? [])[0],
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

/** When something that may still change was read, by KORE's clock in milliseconds. */
interface Reading {
  readonly account: string
  readonly at: number
}

interface Fetched {
  readonly records: Answers
  /** When each of them was read, by KORE's clock. */
  readonly readAt: readonly (Date | undefined)[]
  readonly tries: readonly Tried[]
  readonly failures: readonly UsageFailure[]
  readonly rereadError: UpstreamError | undefined
  readonly fetching: boolean
  readonly readings: readonly Reading[]
  retry(): void
  refresh(): void
  /** Asks again for some of the requests, where they are not under way. */
  readAgain(indexes: readonly number[]): void
}

/** Fetches what the requests of a plan bring. */
export function useRequests(
  plan: readonly CountedRequest[],
  refreshEvery: number | false,
): Fetched {
  const { errors, times, rereadError, refetch, ...fetched } = useQueries({
    queries: plan.map(({ request }) => usageQuery(request, refreshEvery)),
    combine: combineResults,
  })
  const failures = plan.flatMap(({ request: { account, interval } }, index) => {
    const error = errors[index]
    return error ? [{ account, interval, error: upstreamErrorOf(error) }] : []
  })
  const open = plan.flatMap(({ request }, index) => (request.settled ? [] : index))
  const readAt = useReadAt(times)
  return {
    ...fetched,
    readAt,
    failures,
    rereadError: rereadError && upstreamErrorOf(rereadError),
    readings: open.flatMap((index) => {
      const [at, account] = [times[index], plan[index]?.request.account]
      return at === undefined || account === undefined ? [] : { account, at }
    }),
    refresh: () => refetch(open),
  }
}

function combineResults(results: UseQueryResult<Read<UsageAnswer>>[]) {
  return {
    records: results.map(({ data }) => data?.value),
    errors: results.map(({ data, error }) => (data ? null : error)),
    times: results.map(({ data }) => data?.readAt),
    tries: results.map(triedOf),
    rereadError: results.find(({ isRefetchError }) => isRefetchError)?.error ?? undefined,
    fetching: results.some(({ isFetching }) => isFetching),
    refetch: (indexes: readonly number[]) => {
      for (const index of indexes) results[index]?.refetch()
    },
    readAgain: (indexes: readonly number[]) => {
      for (const index of indexes) results[index]?.refetch({ cancelRefetch: false })
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

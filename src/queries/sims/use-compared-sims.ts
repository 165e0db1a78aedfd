import { useMemo } from 'react'
import { planRequests } from '#usage/question/request-plan.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { type CountedRequest, countSeries } from '#usage/series/counted-plan.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { useReadingAgain } from '../usage/use-reading-again.ts'
import { type UsageFailure, useRequests } from '../usage/use-usage.ts'

/** Some SIMs' usage in one series, each a part of it. */
interface ComparedSims {
  /** The question that the series answers. */
  readonly query: UsageQuery
  /** Undefined until something is there. */
  readonly series: UsageSeries | undefined
  readonly failures: readonly UsageFailure[]
  readonly fetching: boolean
  retry(): void
}

/**
 * Fetches what some SIMs of one account used, each by its own requests: Programmable Wireless cannot
 * group by SIM, and not every Super SIM account may.
 *
 * @param query of one of them; its filters hold for all
 * @param sids all that are compared, in the order of the chart
 */
export function useComparedSims(
  query: UsageQuery,
  sids: readonly string[],
  now: Date,
): ComparedSims {
  const key = JSON.stringify([query, sids])
  const minute = now.getTime()
  const compared: UsageQuery = { ...query, group: 'sim', members: sids }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan is as new as what it is made from
  const plan = useMemo(() => planCompared(query, sids, now), [key, minute])
  const fetched = useRequests(plan, false)
  const { records, readAt, failures, fetching, retry } = fetched
  useReadingAgain(compared, plan, fetched, now)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a series is as new as what it is made from
  const series = useMemo(
    () => (records.some(Boolean) ? countSeries(compared, plan, records, now, readAt) : undefined),
    [plan, records, readAt],
  )
  return { query: compared, series, failures, fetching, retry }
}

function planCompared(query: UsageQuery, sids: readonly string[], now: Date): CountedRequest[] {
  const { group: _, members: __, ...whole } = query
  return sids.flatMap((sim) =>
    planRequests({ ...whole, filter: { ...whole.filter, sim } }, now).map((request) => ({
      request,
      count: (record) => [{ ...record, part: sim }],
    })),
  )
}

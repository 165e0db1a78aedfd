import { hashKey } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type AskedSeries, countAsked, planAsked } from '#usage/report/asked-series.ts'
import type { CountedRequest } from '#usage/series/counted-plan.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { usageKey } from './usage.ts'
import { useReadingAgain } from './use-reading-again.ts'
import { type UsageFailure, useRequests } from './use-usage.ts'

/** The answers to several questions. */
export interface ManySeries {
  /** As long as the questions; undefined while something of one is on its way, or all of it has failed. */
  readonly series: readonly (UsageSeries | undefined)[]
  readonly requests: number
  readonly answered: number
  readonly failures: readonly UsageFailure[]
  readonly fetching: boolean
  /** Asks again for what failed. */
  retry(): void
}

/**
 * Fetches the answers to several questions at once; what two of them share is asked for once.
 *
 * @param asked of one granularity each that needs no ranking first
 */
export function useManySeries(asked: readonly AskedSeries[], now: Date): ManySeries {
  const key = JSON.stringify(asked)
  const minute = now.getTime()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question is as new as its content
  const { plans, plan } = useMemo(() => planTogether(asked, now), [key, minute])
  const fetched = useRequests(plan, false)
  useReadingAgain(undefined, plan, fetched, now)
  const { records, readAt, failures, fetching, retry } = fetched
  // biome-ignore lint/correctness/useExhaustiveDependencies: series are as new as what they are made from
  const series = useMemo(
    () =>
      plans.map(({ asked: one, counted, places }) => {
        const answers = places.map((at) => records[at])
        const isTold =
          !answers.includes(undefined) || (!fetching && answers.some((answer) => answer))
        if (!isTold) return undefined
        return countAsked(
          one,
          counted,
          answers,
          now,
          places.map((at) => readAt[at]),
        )
      }),
    [plans, records, readAt, fetching],
  )
  return {
    series,
    requests: plan.length,
    answered: records.filter(Boolean).length,
    failures,
    fetching,
    retry,
  }
}

/** A question, how what its requests bring counts, and where these stand among all. */
interface PlannedSeries {
  readonly asked: AskedSeries
  readonly counted: readonly CountedRequest[]
  readonly places: readonly number[]
}

function planTogether(asked: readonly AskedSeries[], now: Date) {
  const plan: (CountedRequest & { readonly question: AskedSeries['query'] })[] = []
  const known = new Map<string, number>()
  const plans = asked.map((one): PlannedSeries => {
    const counted = planAsked(one, now)
    const places = counted.map((planned) => {
      const key = hashKey(usageKey('usage', planned.request))
      const at = known.get(key) ?? plan.length
      if (at === plan.length) plan.push({ ...planned, question: one.query })
      known.set(key, at)
      return at
    })
    return { asked: one, counted, places }
  })
  return { plans, plan }
}

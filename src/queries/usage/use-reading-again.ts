import { useEffect, useMemo } from 'react'
import type { UsageRequest } from '#usage/question/request-plan.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { isOutgrown } from '#usage/series/reading.ts'

/** An answer that came too early may be one that the gateway has had for two minutes. */
const REST_MILLISECONDS = 3 * 60_000

/** Whoever does not answer is not asked again sooner. */
const REST_AFTER_FAILURE = 5 * 60_000

/** When something was last asked for, and whether that failed. */
export interface Tried {
  /** By this computer's clock in milliseconds. */
  readonly at: number
  readonly failed: boolean
}

/** When a query was last asked. */
export function triedOf({
  dataUpdatedAt,
  errorUpdatedAt,
}: {
  readonly dataUpdatedAt: number
  readonly errorUpdatedAt: number
}): Tried {
  return {
    at: Math.max(dataUpdatedAt, errorUpdatedAt),
    failed: errorUpdatedAt > dataUpdatedAt,
  }
}

/**
 * When answers were given, the same ones as long as they say the same.
 *
 * @param times by KORE's clock in milliseconds
 */
export function useReadAt(times: readonly (number | undefined)[]): readonly (Date | undefined)[] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: times are as new as what they are
  return useMemo(
    () => times.map((time) => (time === undefined ? undefined : new Date(time))),
    [times.join()],
  )
}

/** Requests that were asked, as far as reading them again goes. */
interface Asked {
  /** When each answer was given, by KORE's clock. */
  readonly readAt: readonly (Date | undefined)[]
  readonly tries: readonly Tried[]
  /** Asks again for some of them, where they are not under way. */
  readAgain(indexes: readonly number[]): void
}

/** What is asked, as far as it tells when an answer has been outgrown. */
type AskedQuestion = Pick<UsageQuery, 'interval' | 'granularity' | 'product'>

/** A request, and what it is for where that is not what all are for. */
interface PlannedRequest {
  readonly request: UsageRequest
  readonly question?: AskedQuestion | undefined
}

/**
 * Asks again for what could have become final, or has begun, since it was read; minute by minute, with
 * rests, and not while the page is hidden.
 *
 * @param query what all requests are for, but for those that say otherwise
 */
export function useReadingAgain(
  query: AskedQuestion | undefined,
  plan: readonly PlannedRequest[],
  { readAt, tries, readAgain }: Asked,
  now: Date,
): void {
  const minute = now.getTime()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan is as new as its question
  useEffect(() => {
    if (document.visibilityState !== 'visible') return
    const outgrown = plan.flatMap(({ request, question = query }, index) => {
      const [given, tried] = [readAt[index], tries[index]]
      if (!question || !given || !tried) return []
      const rest = tried.failed ? REST_AFTER_FAILURE : REST_MILLISECONDS
      const rested = Date.now() - tried.at >= rest
      return rested && isOutgrown(question, request, given, now) ? index : []
    })
    readAgain(outgrown)
  }, [minute, plan, readAt])
}

import { useEffect } from 'react'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import type { CountedRequest } from '#usage/series/counted-plan.ts'
import { isOutgrown } from '#usage/series/reading.ts'
import type { Fetched } from './use-usage.ts'

/** An answer that came too early may be one that the gateway has had for two minutes. */
const REST_MILLISECONDS = 3 * 60_000

/** Whoever does not answer is not asked again sooner. */
const REST_AFTER_FAILURE = 5 * 60_000

/**
 * Asks again for what could have become final, or has begun, since it was read; minute by minute, with
 * rests, and not while the page is hidden.
 */
export function useReadingAgain(
  query: UsageQuery | undefined,
  plan: readonly CountedRequest[],
  { readAt, tries, readAgain }: Pick<Fetched, 'readAt' | 'tries' | 'readAgain'>,
  now: Date,
): void {
  const minute = now.getTime()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan is as new as its question
  useEffect(() => {
    if (!query || document.visibilityState !== 'visible') return
    const outgrown = plan.flatMap(({ request }, index) => {
      const [read, tried] = [readAt[index], tries[index]]
      if (!read || !tried) return []
      const rest = tried.failed ? REST_AFTER_FAILURE : REST_MILLISECONDS
      const rested = Date.now() - tried.at >= rest
      return rested && isOutgrown(query, request, read, now) ? index : []
    })
    readAgain(outgrown)
  }, [minute, plan, readAt])
}

import { useEffect } from 'react'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import type { CountedRequest } from '#usage/series/counted-plan.ts'
import { isOutgrown } from '#usage/series/reading.ts'

/** An answer that came too early may be one that the gateway has had for two minutes. */
const REST_MILLISECONDS = 3 * 60_000

/** Whoever does not answer is not asked again sooner. */
const REST_AFTER_FAILURE = 5 * 60_000

/** Requests that were asked, as far as reading them again goes. */
interface Asked {
  /** When each answer was given, by KORE's clock. */
  readonly readAt: readonly (Date | undefined)[]
  /** When each was last asked for, by this computer's clock in milliseconds, and whether that failed. */
  readonly tries: readonly { readonly at: number; readonly failed: boolean }[]
  /** Asks again for some of them, where they are not under way. */
  readAgain(indexes: readonly number[]): void
}

/**
 * Asks again for what could have become final, or has begun, since it was read; minute by minute, with
 * rests, and not while the page is hidden.
 */
export function useReadingAgain(
  query: UsageQuery | undefined,
  plan: readonly CountedRequest[],
  { readAt, tries, readAgain }: Asked,
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

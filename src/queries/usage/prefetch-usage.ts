import type { QueryClient } from '@tanstack/react-query'
import { billingMonthsOf } from '#usage/kore/billing-days.ts'
import { planRequests, rankingQuery } from '#usage/question/request-plan.ts'
import { resolveQuestion, type UsageQuestion } from '#usage/question/usage-query.ts'
import { isBillingRange } from '#usage/time/time-range.ts'
import { aboutQuery, tolerated } from '../gateway/about.ts'
import { presentAt } from '../gateway/use-now.ts'
import { usageQuery } from './usage.ts'

/**
 * Asks for the usage of a view before the view is there, so that the answers travel while it is made.
 * Whatever goes wrong here, the view meets again and tells.
 *
 * @param questionFor what is asked, once it is known which accounts the reader may see
 */
export async function prefetchUsage(
  client: QueryClient,
  questionFor: (accounts: readonly string[]) => UsageQuestion | undefined,
): Promise<void> {
  const about = await client.fetchQuery(aboutQuery).catch(() => undefined)
  const question = about && questionFor(about.accounts.map(({ id }) => id))
  if (!question || question.accounts.length === 0) return
  const now = presentAt(Date.now(), tolerated(about.clockAhead))
  const { filter, product, accounts } = question
  // The periods of one SIM are not known yet.
  if (filter.sim && isBillingRange(question.range)) return
  const own = about.accounts.filter(({ id }) => accounts.includes(id))
  const resolved = resolveQuestion(
    { ...question, billingMonths: billingMonthsOf(own, [product]) },
    now,
  )
  if (resolved.kind !== 'query') return
  const { query } = resolved
  for (const request of planRequests(rankingQuery(query) ?? query, now)) {
    client.prefetchQuery(usageQuery(request, false))
  }
}

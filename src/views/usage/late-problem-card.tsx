import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { QueryProblem } from '#usage/question/usage-query.ts'

const ProblemCard = loadLater(async () => (await import('./problem-card.tsx')).ProblemCard)

/** Why a question has no answer; loaded where one has none. */
export function LateProblemCard(asked: {
  problem: QueryProblem
  onChange: (part: Partial<UsageSearch>) => void
}) {
  return (
    <Suspense fallback={<UsageSkeleton />}>
      <ProblemCard {...asked} />
    </Suspense>
  )
}

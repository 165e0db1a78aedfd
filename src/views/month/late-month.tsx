import { Skeleton } from '@mantine/core'
import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'

const MonthPanel = loadLater(async () => (await import('./month-panel.tsx')).MonthPanel)

/** The running month and its forecast, where the address asks for them; loaded then. */
export function LateMonth(asked: { query: UsageQuery; now: Date; state: Search<UsageSearch> }) {
  if (asked.state.search.month === 'off') return null
  return (
    <Suspense fallback={<Skeleton height={420} />}>
      <MonthPanel {...asked} />
    </Suspense>
  )
}

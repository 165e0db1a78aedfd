import { loadOnce, useLoading } from '#components/page/load-later.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'

const loadingExpected = loadOnce(() => import('./expected-figure.tsx'))

/** As wide as the figure is at least, so that the others stay where they are. */
const ROOM = { flex: '1 0 160px' }

/** What the running month is expected to come to; loaded after the page has begun. */
export function LateExpected(asked: { query: UsageQuery; now: Date; state: Search<UsageSearch> }) {
  const loaded = useLoading(loadingExpected)
  return loaded ? <loaded.ExpectedFigure {...asked} /> : <div style={ROOM} />
}

import { SearchProblemsNotice } from '#components/notices/search-problems-notice.tsx'
import { Page } from '#components/page/page.tsx'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { useNow } from '#queries/gateway/use-now.ts'
import { moversSearch } from '#url/movers-search.ts'
import { useSearch } from '#url/use-search.ts'
import { PRODUCTS } from '#usage/kore/products.ts'
import { MoversReport } from './movers-report.tsx'

/** The SIMs that are worth a look, and why. */
export function Movers() {
  const state = useSearch(moversSearch)
  const { search, problems, change } = state
  const { product } = search
  const now = useNow()
  return (
    <Page
      title="Top and movers"
      subtitle={`${PRODUCTS[product].simsName} that are worth a look`}
      shows={`${PRODUCTS[product].simsName}, ${search.days} days`}
    >
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
      {now ? <MoversReport key={product} state={state} now={now} /> : <UsageSkeleton />}
    </Page>
  )
}

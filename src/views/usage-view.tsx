import type { ReactNode } from 'react'
import { Page } from '#components/page.tsx'
import { UsageSkeleton } from '#components/usage-skeleton.tsx'
import { useNow } from '#queries/use-now.ts'
import type { SearchCodec } from '#url/search-key.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import { useSearch } from '#url/use-search.ts'
import { resolveQuestion, type UsageQuestion } from '#usage/usage-query.ts'
import { ProblemCard } from './problem-card.tsx'
import { UsageControls } from './usage-controls.tsx'
import { UsageReport } from './usage-report.tsx'

/** The usage of an account or of one SIM: what is asked, and its answer. */
export function UsageView({
  codec,
  sim,
  title,
  subtitle,
  children,
}: {
  codec: SearchCodec<UsageSearch>
  /** The SID of the one SIM that the view is about. */
  sim?: string
  title: string
  subtitle?: ReactNode
  /** What stands between the title and the controls. */
  children?: ReactNode
}) {
  const state = useSearch(codec)
  const now = useNow()
  const resolved = now ? resolveQuestion(questionOf(state.search, sim), now) : undefined
  return (
    <Page title={title} subtitle={subtitle}>
      {children}
      {now && resolved ? (
        <>
          <UsageControls state={state} sim={sim} interval={resolved.interval} now={now} />
          {resolved.kind === 'query' ? (
            <UsageReport query={resolved.query} now={now} state={state} />
          ) : (
            <ProblemCard problem={resolved.problem} onChange={state.change} />
          )}
        </>
      ) : (
        <UsageSkeleton />
      )}
    </Page>
  )
}

function questionOf(search: UsageSearch, sim = search.sim): UsageQuestion {
  const { product, range, by, group, fleet, network, country } = search
  return {
    product,
    range,
    granularity: by,
    ...(group === 'none' ? {} : { group }),
    filter: {
      ...(sim ? { sim } : {}),
      ...(fleet ? { fleet } : {}),
      ...(network ? { network } : {}),
      ...(country ? { country } : {}),
    },
  }
}

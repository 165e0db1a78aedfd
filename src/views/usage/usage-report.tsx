import { Skeleton } from '@mantine/core'
import { type ReactNode, Suspense, useMemo } from 'react'
import { MessageCard } from '#components/notices/message-card.tsx'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { useHeldError } from '#queries/again/use-held-error.ts'
import { useComparison } from '#queries/usage/use-comparison.ts'
import { useObservedUsage } from '#queries/usage/use-observed-usage.ts'
import { useUsage } from '#queries/usage/use-usage.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { RangeFreshness } from '#usage/kore/freshness.ts'
import { retentionStart } from '#usage/kore/retention.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { arrivedSince } from '#usage/series/observed-usage.ts'
import { isBeyondRetention, isEmptySeries, type UsageSeries } from '#usage/series/usage-series.ts'
import { ErrorCard } from '../common/error-card.tsx'
import { AccountStates } from './account-states.tsx'
import { ComparisonNotice } from './comparison-notice.tsx'
import { LateProblemCard } from './late-problem-card.tsx'
import { ObservedNotice } from './observed-notice.tsx'
import { isGroupRefused, PrivateBetaCard } from './private-beta-card.tsx'
import { type StandingBoard, useToldStanding } from './standing.ts'
import { ProgressNotice, UsageNotices } from './usage-notices.tsx'
import { UsagePanels } from './usage-panels.tsx'

/** The answer to a usage query: figures, charts, tables, or why there are none. */
export function UsageReport({
  query,
  now,
  state,
  standing,
  readOnly = false,
  expected,
  month,
  children,
}: {
  query: UsageQuery
  now: Date
  state: Search<UsageSearch>
  /** Where it is told what stands here. */
  standing: StandingBoard
  /** Whether the reader cannot ask for anything else. */
  readOnly?: boolean
  /** A figure of the running month. */
  expected?: ReactNode
  /** What is told of the running month, below the chart. */
  month?: ReactNode
  /** What stands below all else. */
  children?: ReactNode
}) {
  const { refresh, range, compare, compared } = state.search
  const usage = useUsage(query, now, refresh === 'off' ? false : Number(refresh) * 60_000)
  useToldStanding(standing, usage)
  const earlier = useComparison(query, range, { period: compare, cut: compared }, usage, now)
  const observed = useObservedUsage(query, usage, now)
  const { series, failures } = usage
  const arrivals = useMemo(
    () => series && observed.shown && arrivedSince(observed.shown, series.interval),
    [series, observed.shown],
  )
  const failure = failures[0]
  const error = useHeldError(failure?.error, usage.fetching)
  const refused = failures.filter(({ error }) => isGroupRefused(query, error))
  if (failure && refused.length === failures.length && usage.answered === 0 && !readOnly) {
    return <PrivateBetaCard query={query} onChange={state.change} />
  }
  if (!series) {
    if (!error) {
      return (
        <>
          <ProgressNotice usage={usage} query={query} />
          <UsageSkeleton />
        </>
      )
    }
    return <ErrorCard error={error} onRetry={usage.retry} retrying={usage.fetching} />
  }
  if (isBeyondRetention(series) && usage.answered === usage.requests && !usage.outdated) {
    const problem = { kind: 'beyondRetention', retentionStart: retentionStart(now) } as const
    return <LateProblemCard problem={problem} onChange={state.change} />
  }
  const comparison = earlier?.comparison
  const shown = { series, comparison, busy: usage.outdated }
  const isEmpty = isEmptySeries(series) && series.complete
  // What fell to nothing is shown beside what it was.
  const hasFallen = comparison !== undefined && !isEmptySeries(comparison.earlier)
  return (
    <>
      {isEmpty && <NoUsage series={series} state={readOnly ? undefined : state} />}
      {(!isEmpty || hasFallen) && (
        <UsagePanels
          {...shown}
          arrivals={arrivals}
          {...{ query, state, readOnly, expected, month }}
        />
      )}
      <UsageNotices {...{ usage, series, query, now }} />
      {query.accounts.length > 1 && <AccountStates usage={usage} query={query} />}
      {earlier && <ComparisonNotice earlier={earlier} />}
      {!usage.outdated && <ObservedNotice {...{ query, series, observed, arrivals }} />}
      <Suspense fallback={<Skeleton height={320} />}>{children}</Suspense>
    </>
  )
}

const STILL_TO_COME = {
  final: 'That can no longer change',
  mayStillGrow: 'Late usage may still arrive',
  mayBeMissing: 'Usage of the last 24 hours may still arrive',
  future: 'The range has not begun',
} as const satisfies Record<RangeFreshness['state'], string>

function NoUsage({
  series,
  state,
}: {
  series: UsageSeries
  state: Search<UsageSearch> | undefined
}) {
  const longer = state && {
    label: 'Show the last 90 days',
    onClick: () => state.change({ range: { kind: 'last', count: 90, unit: 'days' }, by: 'auto' }),
  }
  return (
    <MessageCard
      kind="empty"
      title="No usage in this range"
      {...(longer ? { action: longer } : {})}
    >
      Nothing was reported. {STILL_TO_COME[series.freshness.state]}; a longer range shows when there
      last was any.
    </MessageCard>
  )
}

import { Notice } from '#components/notices/notice.tsx'
import { paceOfAccounts } from '#queries/gateway/pace.ts'
import type { Usage } from '#queries/usage/use-usage.ts'
import { factsOf } from '#usage/kore/products.ts'
import { RETENTION_MONTHS, retentionStart } from '#usage/kore/retention.ts'
import { beyondRetention } from '#usage/question/request-plan.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { formatInterval, formatMoment } from '#usage/time/moment.ts'
import { describeError } from '../common/error-words.ts'
import { MissingNotice } from '../common/missing-notice.tsx'
import { OddityNotice } from '../common/oddity-notice.tsx'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'
import { useTimeLeft } from '../common/use-time-left.ts'

/** With fewer requests than these, progress would be gone before it is read. */
const PROGRESS_FROM = 3

type AccountNames = (account: string) => string

/** What is not there of a range that is there in part, and why. */
export function UsageNotices({
  usage,
  series,
  query,
  now,
}: {
  usage: Usage
  series: UsageSeries
  query: UsageQuery
  now: Date
}) {
  const { known } = useChosenAccounts()
  const nameOf: AccountNames | undefined =
    query.accounts.length > 1
      ? (account) => known.find(({ id }) => id === account)?.name ?? account
      : undefined
  return (
    <>
      <RetentionNotice {...{ series, query, now }} />
      <OddityNotice oddities={series.oddities} />
      <RereadNotice {...{ usage, series }} />
      <FailureNotice {...{ usage, series, nameOf }} />
      {usage.failures.length === 0 && <ProgressNotice usage={usage} query={query} />}
    </>
  )
}

function RetentionNotice({
  series,
  query,
  now,
}: {
  series: UsageSeries
  query: UsageQuery
  now: Date
}) {
  const lost = beyondRetention(query, now)
  if (!lost) return null
  const old = series.buckets.filter(({ start }) => start < lost.end)
  const there = old.filter(({ known }) => known).length
  const before = `Usage before ${formatMoment(retentionStart(now))}`
  const why =
    factsOf(query.product).beyondRetention === 'refused'
      ? 'It refuses to answer for older usage.'
      : 'For older usage its answers can be incomplete, so they are not asked for.'
  return (
    <Notice
      kind="info"
      label="Retention"
      title={
        there === 0
          ? `${before} is not shown.`
          : `${before} is what was kept here${there < old.length ? `, ${there} of ${old.length} of its periods` : ''}.`
      }
    >
      KORE keeps usage for {RETENTION_MONTHS} months. {why}
      {there > 0 && ' What is shown of it was final when it was read.'}
    </Notice>
  )
}

/** Says that what can be seen is not what was last asked for. */
function RereadNotice({
  usage: { rereadError },
  series: { asOf },
}: {
  usage: Usage
  series: UsageSeries
}) {
  if (!rereadError) return null
  return (
    <Notice
      kind="warning"
      label="Refresh"
      title={`The numbers could not be read again: ${describeError(rereadError).title}.`}
    >
      They are as of {formatMoment(asOf)}.
    </Notice>
  )
}

function FailureNotice({
  usage,
  series: { asOf },
  nameOf,
}: {
  usage: Usage
  series: UsageSeries
  nameOf: AccountNames | undefined
}) {
  const { failures, requests, fetching, outdated } = usage
  return (
    <MissingNotice
      label="Missing part"
      title={
        outdated
          ? `The numbers could not be read again; they are as of ${formatMoment(asOf)}.`
          : `${failures.length} of ${requests} parts could not be loaded; the numbers leave them out.`
      }
      action={outdated ? 'Read them again' : 'Load the missing parts'}
      errors={failures.map(({ error }) => error)}
      retrying={fetching}
      onRetry={usage.retry}
    >
      {failures.map(({ account, interval, error }) => (
        <div key={`${account} ${interval.start.getTime()} ${interval.end.getTime()}`}>
          {nameOf && `${nameOf(account)}, `}
          {formatInterval(interval)}: {describeError(error).title}.
        </div>
      ))}
    </MissingNotice>
  )
}

/** How far what is loaded has come, and how long it takes yet. */
export function ProgressNotice({ usage, query }: { usage: Usage; query: UsageQuery }) {
  const { requests, answered, outdated } = usage
  const left = useTimeLeft({
    asked: requests,
    answered,
    running: answered < requests,
    readPace: () => paceOfAccounts(query.accounts, query.product),
  })
  if (answered === requests) return null
  if (!left && (outdated || requests < PROGRESS_FROM)) return null
  const parts = `Loading: ${answered} of ${requests} parts`
  return <Notice kind="info" label="Progress" title={left ? `${parts}, ${left}` : parts} />
}

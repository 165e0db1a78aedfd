import { Notice } from '#components/notices/notice.tsx'
import type { Observed } from '#queries/usage/use-observed-usage.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { type Arrivals, observedLag } from '#usage/series/observed-usage.ts'
import { recordedCharge } from '#usage/series/series-cost.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { describeLag, describeRecordedCharge, formatArrivals } from '#usage/words/observed-words.ts'

/** What the account's own usage tells of its lateness, beside the delay that KORE documents. */
export function ObservedNotice({
  query: { product, granularity },
  series,
  observed,
  arrivals,
}: {
  query: UsageQuery
  series: UsageSeries
  observed: Observed
  arrivals: Arrivals | undefined
}) {
  const lag = observed.account && observedLag(observed.account, product, granularity)
  const charge = series.complete ? recordedCharge(series) : undefined
  const lines = [
    arrivals && 'The buckets that grew are marked ▲ in the chart and named in the table.',
    charge && describeRecordedCharge(charge, series.total.data.total),
    lag && describeLag(lag, granularity, product),
  ].filter((line) => line !== undefined)
  if (lines.length === 0) return null
  return (
    <Notice
      kind="info"
      label="Observed lag"
      title={arrivals ? formatArrivals(arrivals) : 'What has been observed so far'}
    >
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Notice>
  )
}

import { Notice } from '#components/notice.tsx'
import type { Observed } from '#queries/use-observed-usage.ts'
import { type Arrivals, observedLag } from '#usage/observed-usage.ts'
import { describeLag, describeRecordedCharge, formatArrivals } from '#usage/observed-words.ts'
import type { UsageQuery } from '#usage/usage-query.ts'
import { recordedCharge, type UsageSeries } from '#usage/usage-series.ts'

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

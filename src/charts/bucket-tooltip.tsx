import { toldInBucket } from '#usage/series/amount-state.ts'
import { compareBucket } from '#usage/series/comparison.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import type { SeriesPart } from '#usage/series/usage-series.ts'
import { formatBucket, formatLocal } from '#usage/time/moment.ts'
import { formatBucketCompared, formatComparedGrowth } from '#usage/words/comparison-words.ts'
import { formatAmount } from '#usage/words/format-amount.ts'
import { formatArrived } from '#usage/words/observed-words.ts'
import { formatState } from '#usage/words/series-words.ts'
import classes from './bucket-tooltip.module.css'
import { PartSwatch } from './legend/part-swatch.tsx'

/** One bucket in words: when, how much of each part, and whether it is final. */
export function BucketTooltip({
  series,
  measure,
  direction,
  names,
  comparison,
  arrivals,
  timeZone,
  only,
  index,
}: ShownUsage & { index: number }) {
  const bucket = series.buckets[index]
  if (!bucket) return null
  const arrived = arrivals?.buckets.get(bucket.start.getTime())
  const parts = series.parts.filter(({ key }) => only === undefined || key === only)
  const told = (of: readonly SeriesPart[]) => {
    const known = toldInBucket(series, measure, direction, index, of)
    return known === undefined ? '–' : formatAmount(known, measure)
  }
  const compared = comparison && compareBucket(series, comparison, measure, direction, index, only)
  return (
    <div className={classes.tooltip}>
      <div className={classes.title}>{formatBucket(bucket, series.granularity)} UTC</div>
      {timeZone && <div className={classes.local}>{formatLocal(bucket, timeZone)}</div>}
      <table>
        <tbody>
          {parts.toReversed().map((part) => (
            <tr key={part.key}>
              <th scope="row">
                <PartSwatch index={series.parts.indexOf(part)} partKey={part.key} />
                {names(part.key)}
              </th>
              <td>{told([part])}</td>
            </tr>
          ))}
          <tr className={classes.total}>
            <th scope="row">Total</th>
            <td>{told(parts)}</td>
          </tr>
          {comparison && compared && (
            <tr className={classes.earlier}>
              <th scope="row">{formatBucket(compared.interval, series.granularity)}</th>
              <td>
                {formatAmount(compared.before, measure)}
                {compared.sums && ` (${formatComparedGrowth(compared.sums)})`}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <div className={classes.state}>{formatState(bucket, measure)}</div>
      {comparison && compared && formatBucketCompared(compared, comparison) && (
        <div className={classes.state}>{formatBucketCompared(compared, comparison)} compared</div>
      )}
      {arrived !== undefined && <div className={classes.state}>▲ {formatArrived(arrived)}</div>}
    </div>
  )
}

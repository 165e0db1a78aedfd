import { amountState, isNotCharged } from '#usage/series/amount-state.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import type { Measure, UsageSeries } from '#usage/series/usage-series.ts'
import { isPartialBucket } from '#usage/time/granularity.ts'
import { formatInterval } from '#usage/time/moment.ts'
import classes from './chart-legend.module.css'
import swatchClasses from './part-swatch.module.css'

/** Whether the parts stand on each other, or each is a line of its own. */
export type ChartShape = 'stack' | 'lines'

/** What the lines, the marks and the hatching of a chart mean; its colours are told by the list of its parts. */
export function ChartLegend({
  series,
  measure,
  comparison,
  arrivals,
  shape = 'stack',
}: ShownUsage & { shape?: ChartShape }) {
  return (
    <ul className={classes.legend} aria-label="Legend">
      {comparison && (
        <li>
          <span className={swatchClasses.line} aria-hidden />
          {formatInterval(comparison.earlier.interval)}
        </li>
      )}
      {arrivals && <li>▲ Grew since you last looked</li>}
      <StateKeys {...{ series, measure, shape }} />
    </ul>
  )
}

/** What tells the states of buckets apart; only those that occur. */
function StateKeys({
  series,
  measure,
  shape,
}: {
  series: UsageSeries
  measure: Measure
  shape: ChartShape
}) {
  const uncharged = series.buckets.some((bucket) => isNotCharged(bucket, measure))
  const provisional =
    shape === 'stack' &&
    series.buckets.some((bucket) => amountState(bucket, measure) === 'provisional')
  const missing = series.buckets.some(({ freshness }) => freshness === 'mayBeMissing')
  const future = series.buckets.some(({ freshness }) => freshness === 'future')
  const { buckets, granularity } = series
  const partial = buckets.some((bucket) => isPartialBucket(bucket, granularity))
  return (
    <>
      {provisional && (
        <li>
          <span className={swatchClasses.hatched} aria-hidden />
          Hatched: not final, may still grow
        </li>
      )}
      {uncharged && (
        <li>
          <span className={swatchClasses.uncharged} aria-hidden />
          Hatched column: not charged yet
        </li>
      )}
      {missing && (
        <li>
          <span className={swatchClasses.shaded} aria-hidden />
          Shaded: usage may be missing
        </li>
      )}
      {future && (
        <li>
          <span className={swatchClasses.future} aria-hidden />
          Grey: in the future
        </li>
      )}
      {!series.complete && <li>Striped background: not loaded</li>}
      {partial && <li>* A part of its {granularity}</li>}
    </>
  )
}

import { memo, useId } from 'react'
import { isNotCharged } from '#usage/series/amount-state.ts'
import type { Bucket, Measure, UsageSeries } from '#usage/series/usage-series.ts'
import { isWeekend } from '#usage/time/calendar.ts'
import classes from './bucket-grounds.module.css'
import { HATCH } from './hatch.ts'
import { columnsPath } from './stacked-paths.ts'
import type { Scales } from './use-scales.ts'

/** What stands behind the buckets whose amounts are not all there: one path for each reason. */
export const BucketGrounds = memo(function BucketGrounds({
  series,
  measure,
  scales,
}: {
  series: UsageSeries
  measure: Measure
  scales: Scales
}) {
  const id = useId()
  const { buckets, granularity } = series
  const column = (isPicked: (bucket: Bucket) => boolean) =>
    columnsPath(
      series,
      (index) => {
        const bucket = buckets[index]
        return bucket !== undefined && isPicked(bucket)
      },
      scales,
    )
  return (
    <g>
      <defs>
        <pattern id={`${id}-uncharged`} {...HATCH} patternTransform="rotate(-45)">
          <rect width={1.6} height={6} fill="var(--tone-warning)" opacity={0.55} />
        </pattern>
        <pattern id={`${id}-unknown`} {...HATCH}>
          <rect width={1} height={6} fill="var(--ink-quiet)" opacity={0.5} />
        </pattern>
      </defs>
      {granularity === 'day' && (
        <path
          data-weekend
          d={column(({ start }) => isWeekend(start))}
          className={classes.weekend}
        />
      )}
      <path
        d={column(({ freshness }) => freshness === 'mayBeMissing')}
        fill="var(--missing-ground)"
      />
      <path
        d={column(({ freshness }) => freshness === 'future')}
        fill="var(--grid)"
        opacity={0.5}
      />
      {typeof measure === 'object' && (
        <path
          data-charge="notCharged"
          d={column((bucket) => isNotCharged(bucket, measure))}
          fill={`url(#${id}-uncharged)`}
        />
      )}
      <path d={column(({ known }) => !known)} fill={`url(#${id}-unknown)`} />
    </g>
  )
})

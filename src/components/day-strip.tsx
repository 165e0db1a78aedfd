import { useId } from 'react'
import { amountState } from '#usage/series/amount-state.ts'
import type { Bucket } from '#usage/series/usage-series.ts'

const HEIGHT = 14
const ROOM = 240
const WIDEST = 10

/** In which buckets of a range there was usage: filled where there was, hatched where it may still come. */
export function DayStrip({
  buckets,
  column,
  unit,
}: {
  buckets: readonly Bucket[]
  /** Of each bucket what was used in it, above zero where anything was. */
  column: readonly number[]
  unit: 'hour' | 'day' | 'month'
}) {
  const id = useId()
  const step = Math.min(WIDEST, ROOM / buckets.length)
  const width = step * buckets.length
  const used = (index: number) => (column[index] ?? 0) > 0
  const path = (isPicked: (bucket: Bucket, index: number) => boolean) =>
    buckets
      .map((bucket, index) =>
        isPicked(bucket, index)
          ? `M${(index * step).toFixed(1)} 1h${(step * 0.82).toFixed(1)}v${HEIGHT - 2}h-${(step * 0.82).toFixed(1)}z`
          : '',
      )
      .join('')
  const count = buckets.filter((_, index) => used(index)).length
  const begun = buckets.filter(({ freshness }) => freshness !== 'future').length
  return (
    <svg
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={`Used in ${count} of ${begun} ${unit}s`}
    >
      <pattern id={id} width={4} height={4} patternUnits="userSpaceOnUse">
        <path d="M0 4L4 0" stroke="var(--tone-warning)" strokeWidth={1} />
      </pattern>
      <path d={path((bucket, index) => !used(index) && !isOpen(bucket))} fill="var(--grid)" />
      <path d={path((bucket, index) => !used(index) && isOpen(bucket))} fill={`url(#${id})`} />
      <path d={path((_, index) => used(index))} fill="var(--part-0)" />
    </svg>
  )
}

/** Whether usage of a bucket may still come, or is not known. */
function isOpen(bucket: Bucket): boolean {
  return ['provisional', 'unknown'].includes(amountState(bucket, 'data'))
}

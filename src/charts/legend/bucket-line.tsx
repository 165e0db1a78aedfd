import type { ReactNode } from 'react'
import { OTHERS } from '#usage/question/usage-record.ts'
import { toldInBucket } from '#usage/series/amount-state.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import { columnOf } from '#usage/series/usage-series.ts'
import { formatBucket } from '#usage/time/moment.ts'
import { formatAmount } from '#usage/words/format-amount.ts'
import { formatState } from '#usage/words/series-words.ts'
import classes from './bucket-line.module.css'

/** How many parts of a bucket are named. */
const NAMED = 3

/** What a tap on a bar tells, below the chart: when, how much, the largest parts of it, and where it leads to. */
export function BucketLine({
  index,
  children,
  ...shown
}: ShownUsage & {
  /** Of the bucket that was tapped. */
  index: number
  children?: ReactNode
}) {
  const { series, measure, direction } = shown
  const bucket = series.buckets[index]
  if (!bucket) return null
  const told = toldInBucket(series, measure, direction, index)
  return (
    <div className={classes.line} role="status" data-screen-only>
      <strong>
        {formatBucket(bucket, series.granularity)}:{' '}
        {told === undefined ? 'not known' : formatAmount(told, measure)}
      </strong>{' '}
      <small>{formatState(bucket, measure)}</small>
      <div>{largestOf(shown, index)}</div>
      {children}
    </div>
  )
}

function largestOf({ series, measure, direction, names }: ShownUsage, index: number): string {
  if (series.parts.length < 2) return ''
  return series.parts
    .map((part) => ({ part, amount: columnOf(part, measure, direction)[index] ?? 0 }))
    .filter(({ part, amount }) => part.key !== OTHERS && amount > 0)
    .sort((a, b) => b.amount - a.amount)
    .slice(0, NAMED)
    .map(({ part, amount }) => `${names(part.key)} ${formatAmount(amount, measure)}`)
    .join(' · ')
}

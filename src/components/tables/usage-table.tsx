import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { amountState, seriesState, toldAmount } from '#usage/series/amount-state.ts'
import { comparedAmount, comparedSums } from '#usage/series/comparison.ts'
import type { PartNames, ShownUsage } from '#usage/series/shown-usage.ts'
import { amountOf, bucketTotal, columnOf, type UsageSeries } from '#usage/series/usage-series.ts'
import { formatBucket, formatLocal } from '#usage/time/moment.ts'
import { formatCompared } from '#usage/words/comparison-words.ts'
import { formatArrived } from '#usage/words/observed-words.ts'
import { formatSeriesState, formatState } from '#usage/words/series-words.ts'
import { Amount } from '../amount.tsx'
import { ComparedCells, ComparedHeadings } from './compared-cells.tsx'
import { ScrollTable } from './scroll-table.tsx'
import classes from './table.module.css'

/** How many rows are shown at first, the newest. */
export const FIRST_ROWS = 7

/** The numbers of a chart, newest bucket first, with their sum. */
export function UsageTable({
  caption,
  all,
  onShow,
  aside,
  ...shown
}: ShownUsage & {
  caption: string
  /** Whether every row is shown, or only the first. */
  all: boolean
  onShow: (all: boolean) => void
  /** Stands below the table, beside the button for its rows. */
  aside?: ReactNode
}) {
  const { series, names, comparison } = shown
  const newestFirst = series.buckets.map((_, index) => index).reverse()
  const indexes = all ? newestFirst : newestFirst.slice(0, FIRST_ROWS)
  return (
    <div>
      <ScrollTable label={caption} minWidth={620}>
        <caption className={classes.caption}>{caption}</caption>
        <TableHead parts={series.parts} names={names} compared={comparison !== undefined} />
        <tbody>
          {indexes.map((index) => (
            <BucketRow key={index} {...shown} index={index} />
          ))}
        </tbody>
        <TableFoot {...shown} />
      </ScrollTable>
      <Group justify="space-between" mt={8}>
        {newestFirst.length > FIRST_ROWS && (
          <Button variant="subtle" size="compact-sm" onClick={() => onShow(!all)}>
            {all ? 'Show fewer rows' : `Show all ${newestFirst.length} rows`}
          </Button>
        )}
        {aside}
      </Group>
    </div>
  )
}

function TableHead({
  parts,
  names,
  compared,
}: {
  parts: UsageSeries['parts']
  names: PartNames
  compared: boolean
}) {
  return (
    <thead>
      <tr>
        <th scope="col">Period (UTC)</th>
        <th scope="col" className={classes.number}>
          Total
        </th>
        {compared && <ComparedHeadings />}
        <th scope="col">State</th>
        {parts.map(({ key }) => (
          <th key={key} scope="col" className={classes.number}>
            {names(key)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** The sums over the whole range, with their mark. */
function TableFoot({ series, measure, direction, comparison }: ShownUsage) {
  const { parts } = series
  return (
    <tfoot>
      <tr>
        <th scope="row">Whole range</th>
        <td className={classes.number}>
          <Amount amount={amountOf(series.total, measure, direction)} measure={measure} />
        </td>
        {comparison && (
          <ComparedCells
            sums={comparedSums(series, comparison, measure, direction)}
            measure={measure}
            note={formatCompared(series, comparison, measure)}
          />
        )}
        <td data-provisional={seriesState(series, measure) === 'provisional'}>
          {formatSeriesState(series, measure)}
        </td>
        {parts.map(({ key, total }) => (
          <td key={key} className={classes.number}>
            <Amount amount={amountOf(total, measure, direction)} measure={measure} />
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function BucketRow({
  series,
  measure,
  direction,
  comparison,
  arrivals,
  timeZone,
  index,
}: ShownUsage & { index: number }) {
  const bucket = series.buckets[index]
  if (!bucket) return null
  const arrived = arrivals?.buckets.get(bucket.start.getTime())
  const later = bucketTotal(series, measure, direction, index)
  const earlier = comparison && comparedAmount(series, comparison, measure, direction, index)
  // What is not loaded, has not begun, or is not charged yet, is not zero.
  const state = amountState(bucket, measure)
  const shown = (amount: number) => {
    const told = toldAmount(amount, state)
    return told === undefined ? '–' : <Amount amount={told} measure={measure} />
  }
  return (
    <tr>
      <th scope="row">
        {formatBucket(bucket, series.granularity)}
        {timeZone && <small className={classes.beneath}>{formatLocal(bucket, timeZone)}</small>}
      </th>
      <td className={classes.number}>{shown(later)}</td>
      {comparison && (
        <ComparedCells
          sums={earlier === undefined ? undefined : { later, earlier }}
          measure={measure}
        />
      )}
      <td data-provisional={state === 'provisional'}>
        {formatState(bucket, measure)}
        {arrived !== undefined && (
          <small className={classes.beneath}>▲ {formatArrived(arrived)}</small>
        )}
      </td>
      {series.parts.map((part) => (
        <td key={part.key} className={classes.number}>
          {shown(columnOf(part, measure, direction)[index] ?? 0)}
        </td>
      ))}
    </tr>
  )
}

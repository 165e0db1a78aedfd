import type { ComparedSums } from '#usage/series/comparison.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { formatComparedGrowth, formatDifference } from '#usage/words/comparison-words.ts'
import { formatExactAmount } from '#usage/words/format-amount.ts'
import { Amount } from '../amount.tsx'
import type { Column } from './column-table.tsx'
import classes from './table.module.css'

/** What of a row is compared. */
export interface ComparedRow {
  readonly measure: Measure
  /** What the earlier period came to; undefined where there is nothing to compare with. */
  readonly before: number | undefined
  /** Undefined where the row has nothing to be compared, or has not begun. */
  readonly sums: ComparedSums | undefined
  /** What of the row they are. */
  readonly note?: string | undefined
}

/** What was before, and by how much it changed. */
export const COMPARED_COLUMNS: readonly Column<ComparedRow>[] = [
  {
    key: 'before',
    heading: 'Before',
    exportedAs: 'before',
    isNumber: true,
    value: ({ before }) => before,
    cell: ({ before, measure }) =>
      before === undefined ? '–' : <Amount amount={before} measure={measure} />,
  },
  {
    key: 'change',
    heading: 'Change',
    exportedAs: 'change',
    isNumber: true,
    value: ({ sums }) => sums && sums.later - sums.earlier,
    title: ({ sums, measure }) => sums && formatExactAmount(sums.later - sums.earlier, measure),
    cell: ({ sums, measure, note }) =>
      sums ? (
        <>
          <span>{formatDifference(sums, measure)}</span>{' '}
          <strong>{formatComparedGrowth(sums)}</strong>
          {note && <small className={classes.beneath}>{note}</small>}
        </>
      ) : (
        '–'
      ),
  },
]

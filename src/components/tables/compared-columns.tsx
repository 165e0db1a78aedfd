import type { ComparedSums } from '#usage/series/comparison.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { formatDifference, formatGrowth } from '#usage/words/comparison-words.ts'
import { formatExactAmount } from '#usage/words/format-amount.ts'
import { Amount } from '../amount.tsx'
import type { Column } from './column-table.tsx'
import classes from './table.module.css'

/** What of a row is compared. */
export interface ComparedRow {
  readonly measure: Measure
  /** Undefined where the row has nothing to be compared with. */
  readonly sums: ComparedSums | undefined
  /** What is left out of them. */
  readonly note?: string | undefined
}

/** What was before, and by how much it changed. */
export const COMPARED_COLUMNS: readonly Column<ComparedRow>[] = [
  {
    key: 'before',
    heading: 'Before',
    isNumber: true,
    cell: ({ sums, measure }) => (sums ? <Amount amount={sums.earlier} measure={measure} /> : '–'),
  },
  {
    key: 'change',
    heading: 'Change',
    isNumber: true,
    title: ({ sums, measure }) => sums && formatExactAmount(sums.later - sums.earlier, measure),
    cell: ({ sums, measure, note }) =>
      sums ? (
        <>
          {formatDifference(sums, measure)} <strong>{formatGrowth(sums)}</strong>
          {note && <small className={classes.beneath}>{note}</small>}
        </>
      ) : (
        '–'
      ),
  },
]

import type { ComparedSums } from '#usage/series/comparison.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { formatDifference, formatGrowth } from '#usage/words/comparison-words.ts'
import { formatExactAmount } from '#usage/words/format-amount.ts'
import { Amount } from '../amount.tsx'
import classes from './table.module.css'

/** The cells of a row that hold what was before, and by how much it changed. */
export function ComparedCells({
  sums,
  measure,
  note,
}: {
  /** Undefined where the row has nothing to be compared with. */
  sums: ComparedSums | undefined
  measure: Measure
  /** What is left out of them. */
  note?: string | undefined
}) {
  if (!sums) {
    return (
      <>
        <td className={classes.number}>–</td>
        <td className={classes.number}>–</td>
      </>
    )
  }
  return (
    <>
      <td className={classes.number}>
        <Amount amount={sums.earlier} measure={measure} />
      </td>
      <td className={classes.number} title={formatExactAmount(sums.later - sums.earlier, measure)}>
        {formatDifference(sums, measure)} <strong>{formatGrowth(sums)}</strong>
        {note && <small className={classes.beneath}>{note}</small>}
      </td>
    </>
  )
}

/** The headings above `ComparedCells`. */
export function ComparedHeadings() {
  return (
    <>
      <th scope="col" className={classes.number}>
        Before
      </th>
      <th scope="col" className={classes.number}>
        Change
      </th>
    </>
  )
}

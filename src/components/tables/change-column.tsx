import type { ComparedSums } from '#usage/series/comparison.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { formatComparedGrowth, formatDifference } from '#usage/words/comparison-words.ts'
import { formatExactAmount } from '#usage/words/format-amount.ts'
import type { Column } from './column-table.tsx'

/** By how much something has changed; a dash where nothing of it can be compared. */
export function changeColumn<T>(
  measure: Measure,
  sumsOf: (item: T) => ComparedSums | undefined,
): Column<T> {
  const of = typeof measure === 'object' ? `cost (${measure.currency})` : measure
  const unit = typeof measure === 'object' ? '' : measure === 'data' ? ' (bytes)' : ''
  return {
    key: `change of ${of}`,
    heading: `Change of ${of}`,
    exportedAs: `change of ${of}${unit}`,
    isNumber: true,
    value: (item) => {
      const sums = sumsOf(item)
      return sums && sums.later - sums.earlier
    },
    title: (item) => {
      const sums = sumsOf(item)
      return sums && formatExactAmount(sums.later - sums.earlier, measure)
    },
    cell: (item) => {
      const sums = sumsOf(item)
      if (!sums) return '–'
      return (
        <>
          {formatDifference(sums, measure)} <strong>{formatComparedGrowth(sums)}</strong>
        </>
      )
    },
  }
}

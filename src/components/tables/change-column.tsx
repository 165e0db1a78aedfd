import type { Direction } from '#usage/question/usage-record.ts'
import type { ComparedSums } from '#usage/series/comparison.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { formatComparedGrowth, formatDifference } from '#usage/words/comparison-words.ts'
import { formatExactAmount } from '#usage/words/format-amount.ts'
import { nameMeasureWithin } from '#usage/words/measure-names.ts'
import type { Column } from './column-table.tsx'

/**
 * By how much something has changed; a dash where nothing of it can be compared.
 *
 * @param of what of the range is compared, such as `4 of 7 days`; undefined where that is all
 */
export function changeColumn<T>(
  { measure, direction, of }: { measure: Measure; direction: Direction; of: string | undefined },
  sumsOf: (item: T) => ComparedSums | undefined,
): Column<T> {
  const isMoney = typeof measure === 'object'
  const name = isMoney ? 'cost' : nameMeasureWithin(measure, direction)
  const unit = isMoney ? measure.currency : undefined
  const exportedUnit = measure === 'data' ? 'bytes' : unit
  return {
    key: `change of ${unit ?? name}`,
    heading: noted(`Change of ${name}`, [unit, of]),
    exportedAs: noted(`change of ${name}`, [exportedUnit, of]),
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
          <span>{formatDifference(sums, measure)}</span>{' '}
          <strong>{formatComparedGrowth(sums)}</strong>
        </>
      )
    },
  }
}

function noted(heading: string, notes: readonly (string | undefined)[]): string {
  const told = notes.filter((note) => note !== undefined)
  return told.length > 0 ? `${heading} (${told.join(', ')})` : heading
}

import { factsOf } from '#usage/kore/products.ts'
import type { Direction } from '#usage/question/usage-record.ts'
import { type ComparedSums, type Comparison, comparedSums } from '#usage/series/comparison.ts'
import type { PartNames } from '#usage/series/shown-usage.ts'
import type { Measure, UsageSeries } from '#usage/series/usage-series.ts'
import { formatCompared } from '#usage/words/comparison-words.ts'
import { Amount } from '../amount.tsx'
import { type Column, ColumnTable } from './column-table.tsx'
import { COMPARED_COLUMNS } from './compared-columns.tsx'

/** One line of what changed: all of a measure, or one part of it. */
interface Line {
  readonly name: string
  readonly measure: Measure
  /** The part that the line is about; all of them without. */
  readonly part?: string
}

/** A line, and what it came to. */
interface ComparedLine extends Line {
  readonly before: number
  readonly sums: ComparedSums
  /** How much of the range is compared. */
  readonly compared: string
}

/** What changed between two periods: each measure, and the data of each part. */
export function ComparisonTable({
  series,
  comparison,
  direction,
  names,
}: {
  series: UsageSeries
  comparison: Comparison
  direction: Direction
  names: PartNames
}) {
  const lines = linesOf(series, names).map((line): ComparedLine => {
    const { measure, part } = line
    const sums = comparedSums(comparison, measure, direction, part)
    return { ...line, before: sums.earlier, sums, compared: formatCompared(comparison, measure) }
  })
  return (
    <ColumnTable
      label="What changed"
      minWidth={560}
      columns={COLUMNS}
      items={lines}
      keyOf={({ name }) => name}
      isSum={({ part }) => part === undefined}
    />
  )
}

const COLUMNS: readonly Column<ComparedLine>[] = [
  { key: 'name', heading: 'Usage', cell: ({ name }) => name },
  {
    key: 'now',
    heading: 'Now',
    isNumber: true,
    cell: ({ sums, measure }) => <Amount amount={sums.later} measure={measure} />,
  },
  ...COMPARED_COLUMNS,
  { key: 'compared', heading: 'Compared', isNumber: true, cell: ({ compared }) => compared },
]

function linesOf({ product, parts, currencies }: UsageSeries, names: PartNames): Line[] {
  return [
    { name: 'Data', measure: 'data' },
    ...(parts.length > 1
      ? parts.map(({ key }): Line => ({ name: names(key), measure: 'data', part: key }))
      : []),
    ...(factsOf(product).tellsCommands ? [{ name: 'Commands', measure: 'commands' } as const] : []),
    ...currencies.map((currency): Line => ({ name: `Cost in ${currency}`, measure: { currency } })),
  ]
}

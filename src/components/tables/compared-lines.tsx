import { factsOf } from '#usage/kore/products.ts'
import type { Direction } from '#usage/question/usage-record.ts'
import type { AmountState } from '#usage/series/amount-state.ts'
import {
  type ComparedSums,
  type Comparison,
  comparedState,
  comparedSums,
} from '#usage/series/comparison.ts'
import type { PartNames } from '#usage/series/shown-usage.ts'
import type { Measure, UsageSeries } from '#usage/series/usage-series.ts'
import { formatCompared } from '#usage/words/comparison-words.ts'
import { nameMeasure } from '#usage/words/measure-names.ts'
import { Amount } from '../amount.tsx'
import type { Column } from './column-table.tsx'
import { COMPARED_COLUMNS } from './compared-columns.tsx'
import { textColumn } from './state-columns.ts'

/** One line of what changed: all of a measure, or one part of it. */
interface Line {
  readonly name: string
  /** Where it does not stand below the line that it is a part of. */
  readonly fullName: string
  readonly measure: Measure
  /** The part that the line is about; all of them without. */
  readonly part?: string
}

/** A line, and what it came to. */
interface ComparedLine extends Line {
  /** Undefined, as the sums are, where nothing can be compared. */
  readonly before: number | undefined
  readonly sums: ComparedSums | undefined
  /** How much of the range is compared. */
  readonly compared: string
  /** How far what is compared can be relied on. */
  readonly state: AmountState | undefined
}

/** What changed between two periods: each measure, and the data and the cost of each part. */
export function comparedLines({
  series,
  comparison,
  direction,
  names,
}: {
  series: UsageSeries
  comparison: Comparison
  direction: Direction
  names: PartNames
}): ComparedLine[] {
  return linesOf(series, direction, names).map((line) => {
    const { measure, part } = line
    const sums = comparedSums(comparison, measure, direction, part)
    return {
      ...line,
      before: sums?.earlier,
      sums,
      compared: formatCompared(comparison, measure),
      state: comparedState(comparison, measure),
    }
  })
}

/** What each line was, is, and how it changed. */
export const COMPARED_LINE_COLUMNS: readonly Column<ComparedLine>[] = [
  { key: 'name', heading: 'Usage', value: ({ fullName }) => fullName, cell: ({ name }) => name },
  {
    key: 'now',
    heading: 'Now',
    exportedAs: 'now',
    isNumber: true,
    value: ({ sums }) => sums?.later,
    cell: ({ sums, measure }) => (sums ? <Amount amount={sums.later} measure={measure} /> : '–'),
  },
  ...COMPARED_COLUMNS,
  {
    key: 'compared',
    heading: 'Compared',
    isNumber: true,
    value: ({ compared }) => compared,
    cell: ({ compared }) => compared,
  },
]

/** The same as they are taken away, each line with its state. */
export const EXPORTED_LINE_COLUMNS: readonly Column<ComparedLine>[] = [
  ...COMPARED_LINE_COLUMNS,
  textColumn('state', ({ state }) => state),
]

function linesOf(
  { product, parts, currencies }: UsageSeries,
  direction: Direction,
  names: PartNames,
): Line[] {
  const lineOf = (measure: Measure): Line => {
    const name = nameMeasure(measure, direction)
    return { name, fullName: name, measure }
  }
  const withParts = (measure: Measure): Line[] => {
    const line = lineOf(measure)
    if (parts.length <= 1) return [line]
    const partLines = parts.map(({ key }): Line => {
      const name = names(key)
      return { name, fullName: `${line.name}: ${name}`, measure, part: key }
    })
    return [line, ...partLines]
  }
  return [
    ...withParts('data'),
    ...(factsOf(product).tellsCommands ? [lineOf('commands')] : []),
    ...currencies.flatMap((currency) => withParts({ currency })),
  ]
}

/** Tells lines apart: a part has one for its data and one for each cost. */
export function keyOfLine({ measure, part = '' }: Line): string {
  return `${typeof measure === 'object' ? measure.currency : measure} ${part}`
}

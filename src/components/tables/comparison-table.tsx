import { factsOf } from '#usage/kore/products.ts'
import type { Direction } from '#usage/question/usage-record.ts'
import { type Comparison, comparedSums } from '#usage/series/comparison.ts'
import type { PartNames } from '#usage/series/shown-usage.ts'
import type { Measure, UsageSeries } from '#usage/series/usage-series.ts'
import { formatCompared } from '#usage/words/comparison-words.ts'
import { Amount } from '../amount.tsx'
import { ComparedCells, ComparedHeadings } from './compared-cells.tsx'
import { ScrollTable } from './scroll-table.tsx'
import classes from './table.module.css'

/** One line of what changed: all of a measure, or one part of it. */
interface Line {
  readonly name: string
  readonly measure: Measure
  /** The part that the line is about; all of them without. */
  readonly part?: string
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
  return (
    <ScrollTable label="What changed" minWidth={560}>
      <thead>
        <tr>
          <th scope="col">Usage</th>
          <th scope="col" className={classes.number}>
            Now
          </th>
          <ComparedHeadings />
          <th scope="col" className={classes.number}>
            Compared
          </th>
        </tr>
      </thead>
      <tbody>
        {linesOf(series, names).map(({ name, measure, part }) => {
          const sums = comparedSums(series, comparison, measure, direction, part)
          return (
            <tr key={name} data-sum={part === undefined}>
              <th scope="row">{name}</th>
              <td className={classes.number}>
                <Amount amount={sums.later} measure={measure} />
              </td>
              <ComparedCells sums={sums} measure={measure} />
              <td className={classes.number}>{formatCompared(series, comparison, measure)}</td>
            </tr>
          )
        })}
      </tbody>
    </ScrollTable>
  )
}

function linesOf({ product, parts, currencies }: UsageSeries, names: PartNames): Line[] {
  return [
    { name: 'Data', measure: 'data' },
    ...(parts.length > 1
      ? parts.map(({ key }): Line => ({ name: names(key), measure: 'data', part: key }))
      : []),
    ...(factsOf(product).tellsCommands
      ? [{ name: 'Commands', measure: 'commands' } as const]
      : currencies.map(
          (currency): Line => ({ name: `Cost in ${currency}`, measure: { currency } }),
        )),
  ]
}

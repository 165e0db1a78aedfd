import type { ReactNode } from 'react'
import { factsOf } from '#usage/kore/products.ts'
import type { Direction } from '#usage/question/usage-record.ts'
import type { ComparedSums, Comparison } from '#usage/series/comparison.ts'
import type { ChargeableUsage } from '#usage/series/series-cost.ts'
import type { Measure, UsageSeries } from '#usage/series/usage-series.ts'
import { formatShare } from '#usage/words/bytes.ts'
import { formatPartCompared } from '#usage/words/comparison-words.ts'
import { nameMeasure, nameMeasureWithin } from '#usage/words/measure-names.ts'
import { Amount } from '../amount.tsx'
import { changeColumn } from './change-column.tsx'
import type { Column } from './column-table.tsx'
import { costColumns } from './cost-columns.tsx'

/** One of those that usage is told apart by: a country, a network, a SIM. */
export interface ShareRow extends ChargeableUsage {
  readonly key: string
  readonly name: string
  /** Its name, or what leads on from it. */
  readonly label: ReactNode
  /** What of it is compared; undefined where nothing is. */
  compared(measure: Measure): ComparedSums | undefined
}

/** Usage, share, cost and what changed, of those that a series tells apart. */
export function shareColumns({
  series,
  direction,
  heading,
  whole,
  comparison,
}: {
  series: UsageSeries
  direction: Direction
  /** What the rows are. */
  heading: string
  /** Bytes that shares are of. */
  whole: number
  /** What the rows are held against. */
  comparison: Comparison | undefined
}): Column<ShareRow>[] {
  const change = (measure: Measure) => {
    if (!comparison) return []
    const of = formatPartCompared(comparison, measure)
    return [changeColumn<ShareRow>({ measure, direction, of }, (row) => row.compared(measure))]
  }
  return [
    {
      key: 'name',
      heading,
      value: ({ name }) => name,
      cell: ({ label }) => label,
    },
    {
      key: 'data',
      heading: nameMeasure('data', direction),
      exportedAs: `${nameMeasureWithin('data', direction)} (bytes)`,
      isNumber: true,
      value: ({ total }) => total.data[direction],
      cell: ({ total }) => <Amount amount={total.data[direction]} measure="data" />,
    },
    {
      key: 'share',
      heading: 'Share',
      exportedAs: 'share (%)',
      isNumber: true,
      value: ({ total }) => (whole === 0 ? undefined : (total.data[direction] / whole) * 100),
      cell: ({ total }) => formatShare(total.data[direction], whole),
    },
    ...change('data'),
    ...(factsOf(series.product).tellsCommands ? [commandsColumn(direction)] : []),
    ...costColumns(series),
    ...series.currencies.flatMap((currency) => change({ currency })),
  ]
}

function commandsColumn(direction: Direction): Column<ShareRow> {
  return {
    key: 'commands',
    heading: nameMeasure('commands', direction),
    isNumber: true,
    value: ({ total }) => total.commands[direction],
    cell: ({ total }) => <Amount amount={total.commands[direction]} measure="commands" />,
  }
}

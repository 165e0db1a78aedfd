import type { ReactNode } from 'react'
import type { Direction } from '#usage/question/usage-record.ts'
import type { SeriesPart, UsageSeries } from '#usage/series/usage-series.ts'
import { formatShare } from '#usage/words/bytes.ts'
import { Amount } from '../amount.tsx'
import { type Column, ColumnTable } from './column-table.tsx'
import { costColumns } from './cost-columns.tsx'

/** The parts of a series with their shares and costs, largest first. */
export function PartsTable({
  series,
  direction,
  heading,
  nameOf,
}: {
  series: UsageSeries
  direction: Direction
  /** What the parts are. */
  heading: string
  nameOf: (key: string) => ReactNode
}) {
  const columns: readonly Column<SeriesPart>[] = [
    {
      key: 'part',
      heading,
      cell: ({ key, members }) => (
        <>
          {nameOf(key)}
          {members > 1 && ` (${members})`}
        </>
      ),
    },
    {
      key: 'data',
      heading: 'Data',
      isNumber: true,
      cell: ({ total }) => <Amount amount={total.data[direction]} measure="data" />,
    },
    {
      key: 'share',
      heading: 'Share',
      isNumber: true,
      cell: ({ total }) => formatShare(total.data[direction], series.total.data[direction]),
    },
    ...costColumns(series),
  ]
  return (
    <ColumnTable
      label={heading}
      minWidth={480}
      columns={columns}
      items={series.parts}
      keyOf={({ key }) => key}
    />
  )
}

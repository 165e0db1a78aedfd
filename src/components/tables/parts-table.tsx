import type { ReactNode } from 'react'
import type { Direction } from '#usage/question/usage-record.ts'
import type { SeriesPart, UsageSeries } from '#usage/series/usage-series.ts'
import { formatShare } from '#usage/words/bytes.ts'
import { Amount } from '../amount.tsx'
import { CostCells, CostHeadings } from './cost-cells.tsx'
import { ScrollTable } from './scroll-table.tsx'
import classes from './table.module.css'

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
  const { parts, currencies } = series
  return (
    <ScrollTable label={heading} minWidth={480}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" className={classes.number}>
            Data
          </th>
          <th scope="col" className={classes.number}>
            Share
          </th>
          <CostHeadings currencies={currencies} />
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <PartRow key={part.key} {...{ part, series, direction }}>
            {nameOf(part.key)}
          </PartRow>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function PartRow({
  part,
  series,
  direction,
  children,
}: {
  part: SeriesPart
  series: UsageSeries
  direction: Direction
  children: ReactNode
}) {
  const { total } = series
  return (
    <tr>
      <th scope="row">
        {children}
        {part.members > 1 && ` (${part.members})`}
      </th>
      <td className={classes.number}>
        <Amount amount={part.total.data[direction]} measure="data" />
      </td>
      <td className={classes.number}>
        {formatShare(part.total.data[direction], total.data[direction])}
      </td>
      <CostCells series={series} usage={part} />
    </tr>
  )
}

import { Fragment, type ReactNode } from 'react'
import { formatShare } from '#usage/bytes.ts'
import type { Direction } from '#usage/usage-record.ts'
import { amountOf, type SeriesPart, type UsageSeries } from '#usage/usage-series.ts'
import { Amount } from './amount.tsx'
import { CostOfGigabyte } from './cost-of-gigabyte.tsx'
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
          {currencies.map((currency) => (
            <Fragment key={currency}>
              <th scope="col" className={classes.number}>
                Cost ({currency})
              </th>
              <th scope="col" className={classes.number}>
                Cost of a GB
              </th>
            </Fragment>
          ))}
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
  const { currencies, total } = series
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
      {currencies.map((currency) => (
        <Fragment key={currency}>
          <td className={classes.number}>
            <Amount amount={amountOf(part.total, { currency }, direction)} measure={{ currency }} />
          </td>
          <td className={classes.number}>
            <CostOfGigabyte usages={[part]} {...{ series, currency }} />
          </td>
        </Fragment>
      ))}
    </tr>
  )
}

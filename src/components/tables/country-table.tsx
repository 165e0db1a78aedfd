import type { ReactNode } from 'react'
import { factsOf } from '#usage/kore/products.ts'
import type { Direction } from '#usage/question/usage-record.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { formatShare } from '#usage/words/bytes.ts'
import { Amount } from '../amount.tsx'
import { CostCells, CostHeadings } from './cost-cells.tsx'
import { ScrollTable } from './scroll-table.tsx'
import classes from './table.module.css'

/** Countries, largest first, each with its share; with what it cost where that is told. */
export function CountryTable({
  series,
  direction,
  nameOf,
}: {
  series: UsageSeries
  direction: Direction
  nameOf: (country: string) => ReactNode
}) {
  const { countries, currencies, product } = series
  const sum = countries.reduce((total, { data }) => total + data[direction], 0)
  const withCommands = factsOf(product).tellsCommands
  return (
    <ScrollTable label="Countries" minWidth={480}>
      <thead>
        <tr>
          <th scope="col">Country</th>
          <th scope="col" className={classes.number}>
            Data
          </th>
          <th scope="col" className={classes.number}>
            Share
          </th>
          {withCommands && (
            <th scope="col" className={classes.number}>
              Commands
            </th>
          )}
          <CostHeadings currencies={currencies} />
        </tr>
      </thead>
      <tbody>
        {countries.map(({ country, unchargedBytes, column: _, ...total }) => (
          <tr key={country}>
            <th scope="row">{nameOf(country)}</th>
            <td className={classes.number}>
              <Amount amount={total.data[direction]} measure="data" />
            </td>
            <td className={classes.number}>{formatShare(total.data[direction], sum)}</td>
            {withCommands && (
              <td className={classes.number}>
                <Amount amount={total.commands[direction]} measure="commands" />
              </td>
            )}
            <CostCells series={series} usage={{ total, unchargedBytes }} />
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

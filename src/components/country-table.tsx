import type { ReactNode } from 'react'
import { formatShare } from '#usage/bytes.ts'
import type { Direction } from '#usage/usage-record.ts'
import type { UsageSeries } from '#usage/usage-series.ts'
import { Amount } from './amount.tsx'
import { ScrollTable } from './scroll-table.tsx'
import classes from './table.module.css'

/** Countries, largest first, each with its share; with what it cost where that is told. */
export function CountryTable({
  series: { countries, currencies, product },
  direction,
  nameOf,
}: {
  series: UsageSeries
  direction: Direction
  nameOf: (country: string) => ReactNode
}) {
  const sum = countries.reduce((total, { data }) => total + data[direction], 0)
  const withCommands = product === 'programmable-wireless'
  return (
    <ScrollTable label="Countries" minWidth={380}>
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
          {currencies.map((currency) => (
            <th key={currency} scope="col" className={classes.number}>
              Cost ({currency})
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {countries.map(({ country, data, commands, cost }) => (
          <tr key={country}>
            <th scope="row">{nameOf(country)}</th>
            <td className={classes.number}>
              <Amount amount={data[direction]} measure="data" />
            </td>
            <td className={classes.number}>{formatShare(data[direction], sum)}</td>
            {withCommands && (
              <td className={classes.number}>
                <Amount amount={commands[direction]} measure="commands" />
              </td>
            )}
            {currencies.map((currency) => (
              <td key={currency} className={classes.number}>
                <Amount amount={cost.get(currency) ?? 0} measure={{ currency }} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

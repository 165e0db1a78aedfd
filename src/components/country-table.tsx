import { formatShare } from '#usage/bytes.ts'
import { formatCountry } from '#usage/country.ts'
import type { Direction } from '#usage/usage-record.ts'
import type { CountryUsage } from '#usage/usage-series.ts'
import { Amount } from './amount.tsx'
import { ScrollTable } from './scroll-table.tsx'
import classes from './table.module.css'

/** The countries of international roaming, largest first, each with its share of the roaming. */
export function CountryTable({
  countries,
  direction,
}: {
  countries: readonly CountryUsage[]
  direction: Direction
}) {
  const sum = countries.reduce((total, { data }) => total + data[direction], 0)
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
          <th scope="col" className={classes.number}>
            Commands
          </th>
        </tr>
      </thead>
      <tbody>
        {countries.map(({ country, data, commands }) => (
          <tr key={country}>
            <th scope="row">{formatCountry(country)}</th>
            <td className={classes.number}>
              <Amount amount={data[direction]} measure="data" />
            </td>
            <td className={classes.number}>{formatShare(data[direction], sum)}</td>
            <td className={classes.number}>
              <Amount amount={commands[direction]} measure="commands" />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

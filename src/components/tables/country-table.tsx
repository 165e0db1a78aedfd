import type { ReactNode } from 'react'
import { factsOf } from '#usage/kore/products.ts'
import type { Direction } from '#usage/question/usage-record.ts'
import type { ChargeableUsage } from '#usage/series/series-cost.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { formatShare } from '#usage/words/bytes.ts'
import { Amount } from '../amount.tsx'
import { type Column, ColumnTable } from './column-table.tsx'
import { costColumns } from './cost-columns.tsx'

interface CountryRow extends ChargeableUsage {
  readonly country: string
}

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
  const { countries, product } = series
  const sum = countries.reduce((total, { data }) => total + data[direction], 0)
  const commands: Column<CountryRow> = {
    key: 'commands',
    heading: 'Commands',
    isNumber: true,
    cell: ({ total }) => <Amount amount={total.commands[direction]} measure="commands" />,
  }
  const columns: readonly Column<CountryRow>[] = [
    { key: 'country', heading: 'Country', cell: ({ country }) => nameOf(country) },
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
      cell: ({ total }) => formatShare(total.data[direction], sum),
    },
    ...(factsOf(product).tellsCommands ? [commands] : []),
    ...costColumns(series),
  ]
  return (
    <ColumnTable
      label="Countries"
      minWidth={480}
      columns={columns}
      items={countries.map(({ country, charged, column: _, ...total }) => ({
        country,
        charged,
        total,
      }))}
      keyOf={({ country }) => country}
    />
  )
}

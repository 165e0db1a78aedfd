import { isChargeIn } from '#usage/kore/charge.ts'
import { factsOf } from '#usage/kore/products.ts'
import { seriesState } from '#usage/series/amount-state.ts'
import type { ChargeableUsage } from '#usage/series/series-cost.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { amountsCharge } from '#usage/sims/amounts-charge.ts'
import type { Column } from './column-table.tsx'

/**
 * How far what is taken away of a series can be relied on: its usage, and the charge of each row. On the
 * page that stands above the table, once.
 */
export function stateColumns(series: UsageSeries): Column<ChargeableUsage>[] {
  const { product, interval, asOf } = series
  return [
    textColumn('state', () => seriesState(series, 'data')),
    textColumn('charge', ({ total: { cost, data, commands }, charged }) => {
      // Where no charge is told there is none to be late.
      if (series.currencies.length === 0 && factsOf(product).chargeDelay === undefined)
        return undefined
      return amountsCharge(
        {
          cost,
          data,
          commands: commands.total,
          unchargedBytes: data.total - charged.bytes,
          unchargedCommands: commands.total - charged.commands,
        },
        isChargeIn(interval, product, asOf),
      )
    }),
  ]
}

/** A column of words that a file holds as they are. */
export function textColumn<T>(heading: string, value: (item: T) => string | undefined): Column<T> {
  return { key: heading, heading, value, cell: value }
}

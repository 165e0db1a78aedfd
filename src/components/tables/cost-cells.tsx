import { Fragment } from 'react'
import { type ChargeableUsage, costPerGigabyte } from '#usage/series/series-cost.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { Amount } from '../amount.tsx'
import classes from './table.module.css'

/** The headings of what `CostCells` tells. */
export function CostHeadings({ currencies }: Pick<UsageSeries, 'currencies'>) {
  return currencies.map((currency) => (
    <Fragment key={currency}>
      <th scope="col" className={classes.number}>
        Cost ({currency})
      </th>
      <th scope="col" className={classes.number}>
        Cost of a GB
      </th>
    </Fragment>
  ))
}

/** What some usage of a series cost, and a gigabyte of it; a dash where that is not known. */
export function CostCells({ series, usage }: { series: UsageSeries; usage: ChargeableUsage }) {
  return series.currencies.map((currency) => {
    const perGigabyte = costPerGigabyte(series, [usage], currency)
    return (
      <Fragment key={currency}>
        <td className={classes.number}>
          <Amount amount={usage.total.cost.get(currency) ?? 0} measure={{ currency }} />
        </td>
        <td className={classes.number}>
          {perGigabyte === undefined ? '–' : <Amount amount={perGigabyte} measure={{ currency }} />}
        </td>
      </Fragment>
    )
  })
}

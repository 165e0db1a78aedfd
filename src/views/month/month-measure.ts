import type { UsageSearch } from '#url/usage-search.ts'
import { factsOf } from '#usage/kore/products.ts'
import type { Money, UsageSeries } from '#usage/series/usage-series.ts'

/** What the running month is told of: data, or cost in the first currency there is. */
export function monthMeasure(
  { month }: UsageSearch,
  { currencies, product }: UsageSeries,
): 'data' | Money {
  const [currency] = currencies
  const wantsCost =
    month === 'cost' ||
    // Where the charge comes later than the usage, it is what a month is looked at for.
    (month !== 'data' && factsOf(product).chargeDelay !== undefined)
  return currency !== undefined && wantsCost ? { currency } : 'data'
}

/** What the month may come to, in bytes or in money; undefined for no limit. */
export function monthBudget({ budget }: UsageSearch, measure: 'data' | Money): number | undefined {
  return budget ? Number(budget) * (measure === 'data' ? 1e9 : 1) : undefined
}

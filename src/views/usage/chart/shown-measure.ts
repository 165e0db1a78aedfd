import type { Charted } from '#url/chart-key.ts'
import type { ChargedUsage } from '#url/usage-search.ts'
import { factsOf } from '#usage/kore/products.ts'
import type { Measure, UsageSeries } from '#usage/series/usage-series.ts'

/** All that a chart of a series can show: data, the cost in each currency, Commands. */
export function measuresOf(series: UsageSeries, charge: ChargedUsage): Measure[] {
  const apart = series.total.commandsCost.size > 0 && charge !== 'all'
  return [
    'data',
    ...series.currencies.map((currency) => (apart ? { currency, of: charge } : { currency })),
    ...(factsOf(series.product).tellsCommands ? (['commands'] as const) : []),
  ]
}

/** What the address asks for; data where there is no such thing. */
export function measureOf(charted: Charted, measures: readonly Measure[]): Measure {
  const found = measures.find((measure) =>
    typeof measure === 'object'
      ? charted === 'cost' || charted === `cost-${measure.currency}`
      : charted === measure,
  )
  return found ?? 'data'
}

/** How the address asks for a measure. */
export function chartedOf(measure: Measure, { currencies }: UsageSeries): Charted {
  if (typeof measure !== 'object') return measure
  return measure.currency === currencies[0] ? 'cost' : `cost-${measure.currency}`
}

import { costPerGigabyte, type UsageSeries } from '#usage/usage-series.ts'
import { Amount } from './amount.tsx'

/** What a gigabyte costs of some usage of a series; a dash where that is not known. */
export function CostOfGigabyte({
  series,
  usages,
  currency,
}: {
  series: UsageSeries
  usages: Parameters<typeof costPerGigabyte>[1]
  currency: string
}) {
  const cost = costPerGigabyte(series, usages, currency)
  return cost === undefined ? '–' : <Amount amount={cost} measure={{ currency }} />
}

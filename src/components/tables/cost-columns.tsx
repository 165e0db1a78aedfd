import { type ChargeableUsage, costPerGigabyte, knownCost } from '#usage/series/series-cost.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { Amount } from '../amount.tsx'
import { GigabytePrice } from '../gigabyte-price.tsx'
import type { Column } from './column-table.tsx'

/**
 * What some usage of a series cost, and a gigabyte of it, in each currency; a dash where that is not
 * known.
 */
export function costColumns({
  currencies,
}: Pick<UsageSeries, 'currencies'>): Column<ChargeableUsage>[] {
  return currencies.flatMap((currency): Column<ChargeableUsage>[] => [
    {
      key: `cost ${currency}`,
      heading: `Cost (${currency})`,
      exportedAs: `cost (${currency})`,
      isNumber: true,
      value: (usage) => knownCost(usage, currency),
      cell: (usage) => {
        const cost = knownCost(usage, currency)
        return cost === undefined ? '–' : <Amount amount={cost} measure={{ currency }} />
      },
    },
    {
      key: `gigabyte ${currency}`,
      heading: 'Cost of a GB',
      exportedAs: `cost of a GB (${currency})`,
      isNumber: true,
      value: (usage) => costPerGigabyte({ currencies }, [usage], currency)?.cost,
      cell: (usage) => {
        const gigabyte = costPerGigabyte({ currencies }, [usage], currency)
        return gigabyte ? <GigabytePrice {...{ gigabyte, currency }} /> : '–'
      },
    },
  ])
}

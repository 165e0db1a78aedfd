import { addByCurrency } from '../question/money.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import { chargesOf, type UsageRecord } from '../question/usage-record.ts'
import { addChargedData, type ChargedData, NOTHING_CHARGED } from './charged-data.ts'
import type { PlacedRecord } from './placed-record.ts'
import { addAmounts, NO_USAGE, type UsageAmounts } from './usage-amounts.ts'
import type { CountryUsage } from './usage-series.ts'

interface SummedCountry {
  readonly sum: UsageAmounts
  readonly column: number[]
  readonly commandsColumn: number[]
  readonly charged: ChargedData
}

/** What was used in each country that records tell, largest first. */
export function countryUsage(
  { group }: UsageQuery,
  placed: readonly PlacedRecord[],
  buckets: number,
): CountryUsage[] {
  const countries = new Map<string, SummedCountry>()
  for (const { record, index, charged } of placed) {
    const country = record.country ?? (group === 'country' ? record.part : undefined)
    if (country === undefined) continue
    const known = countries.get(country) ?? {
      sum: NO_USAGE,
      column: Array<number>(buckets).fill(0),
      commandsColumn: Array<number>(buckets).fill(0),
      charged: NOTHING_CHARGED,
    }
    const { sum, column, commandsColumn } = known
    column[index] = (column[index] ?? 0) + record.data.total
    commandsColumn[index] = (commandsColumn[index] ?? 0) + record.commands.total
    countries.set(country, {
      sum: addAmounts(sum, amountsOf(record)),
      column,
      commandsColumn,
      charged: addChargedData(known.charged, charged),
    })
  }
  return [...countries]
    .map(([country, { sum, column, commandsColumn, charged }]) => ({
      country,
      column,
      commandsColumn,
      charged,
      ...sum,
    }))
    .sort((a, b) => b.data.total - a.data.total || (a.country < b.country ? -1 : 1))
}

function amountsOf(record: UsageRecord): UsageAmounts {
  const { data, commands } = chargesOf(record)
  const commandsCost = new Map(commands)
  return { ...record, cost: addByCurrency(commandsCost, data), commandsCost }
}

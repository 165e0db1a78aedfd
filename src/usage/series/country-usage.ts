import type { UsageQuery } from '../question/usage-query.ts'
import { PartSums } from './part-sums.ts'
import type { PlacedRecord } from './placed-record.ts'
import type { CountryUsage } from './usage-series.ts'

/** What was used in each country that records tell, largest first. */
export function countryUsage(
  { group }: UsageQuery,
  placed: readonly PlacedRecord[],
  buckets: number,
): CountryUsage[] {
  const countries = new Map<string, PartSums>()
  for (const { record, index, charged } of placed) {
    const country = record.country ?? (group === 'country' ? record.part : undefined)
    if (country === undefined) continue
    const sums = countries.get(country) ?? new PartSums(buckets)
    countries.set(country, sums)
    sums.add(record, charged, index)
  }
  return [...countries]
    .map(([country, sums]) => ({
      country,
      columns: sums.columns(),
      charged: sums.charged,
      ...sums.total(),
    }))
    .sort((a, b) => b.data.total - a.data.total || (a.country < b.country ? -1 : 1))
}

import type { PartColumns } from './part-sums.ts'
import type { UsageSeries } from './usage-series.ts'

/** The parts of a series that a sum is made of. */
export type PickParts = (series: UsageSeries) => readonly PartColumns[]

/** @param key of one part; all of them without */
export function partsOfKey(key: string | undefined): PickParts {
  return ({ parts, rest }) =>
    key === undefined ? parts : [...parts, ...rest].filter((part) => part.key === key)
}

/** What was used in one country. */
export function partsOfCountry(country: string): PickParts {
  return ({ countries }) =>
    countries.filter((one) => one.country === country).map(({ columns }) => columns)
}

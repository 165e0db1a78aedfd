import { UNKNOWN_COUNTRY } from '../question/usage-record.ts'

const names = new Intl.DisplayNames('en', { type: 'region' })

/**
 * The English name of a country.
 *
 * @param country ISO 3166 alpha-2, or `UNKNOWN_COUNTRY`
 */
export function formatCountry(country: string): string {
  if (country === UNKNOWN_COUNTRY) return 'Unknown country'
  if (!/^[A-Z]{2}$/.test(country)) return country
  return names.of(country) ?? country
}

const names = new Intl.DisplayNames('en', { type: 'region' })

/**
 * The English name of a country.
 *
 * @param country ISO 3166 alpha-2, or `#1`, `#2`, … for one that the API did not name
 */
export function formatCountry(country: string): string {
  if (country.startsWith('#')) return `Unnamed country ${country.slice(1)}`
  if (!/^[A-Z]{2}$/.test(country)) return country
  return names.of(country) ?? country
}

import codes from 'i18n-iso-countries/codes.json'

/** ISO 3166 alpha-2 by alpha-3; Kosovo has no code of ISO's, but one that is in use. */
const ALPHA_2 = new Map([
  ...codes.map(([alpha2 = '', alpha3 = '']) => [alpha3, alpha2] as const),
  ['XKX', 'XK'] as const,
])

/** What stands for a country that is not known. */
const NO_COUNTRY = ['ZZ', 'AA']

/**
 * Reads a country, which KORE tells in two letters or in three, in any case (contract §3).
 *
 * @param named what may name it, the best first
 * @returns ISO 3166 alpha-2; undefined where none of them names a country
 */
export function parseCountry(...named: readonly (string | null | undefined)[]): string | undefined {
  for (const name of named) {
    const word = name?.trim().toUpperCase() ?? ''
    const code = /^[A-Z]{2}$/.test(word) ? word : ALPHA_2.get(word)
    if (code && !NO_COUNTRY.includes(code)) return code
  }
  return undefined
}

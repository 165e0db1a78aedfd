import { expect, it } from 'vitest'
import { parseCountry } from './country-code.ts'

it.each([
  ['mx', 'MX'],
  ['MEX', 'MX'],
  [' ca ', 'CA'],
  ['xkx', 'XK'],
  ['ROU', 'RO'],
])('reads %s as %s', (named, country) => {
  expect(parseCountry(named)).toBe(country)
})

it('takes the first that names a country', () => {
  expect(parseCountry(undefined, '', 'DEU', 'FR')).toBe('DE')
  expect(parseCountry('310', null, 'us')).toBe('US')
})

it.each([[''], ['ZZ'], ['QQQ'], ['Mexico'], [null], [undefined]])('knows none in %s', (named) => {
  expect(parseCountry(named)).toBeUndefined()
})

import { expect, it } from 'vitest'
import { describeLimitBasis, formatLimits } from './limit-words.ts'

it('names each limit by what it counts', () => {
  expect(
    formatLimits([
      { part: 'home', bytes: 10_000_000 },
      { part: 'internationalRoaming', bytes: 5_000_000 },
    ]),
  ).toBe('10.0 MB home, 5.00 MB international roaming a month')
  expect(formatLimits([{ part: 'whole', bytes: 250_000_000 }])).toBe('250 MB a month')
  expect(formatLimits([])).toBe('none')
})

it('says which month was taken where KORE tells none', () => {
  expect(describeLimitBasis('billingPeriod')).toBeUndefined()
  expect(describeLimitBasis('calendarMonth')).toMatch(/calendar month/)
  expect(describeLimitBasis('meteringDay')).toMatch(/set for the account/)
})

import { expect, it } from 'vitest'
import { describeLimitBasis, describeMeteringDays, formatLimits } from './limit-words.ts'

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

it('says of several accounts which month their limits are counted in', () => {
  expect(describeMeteringDays([undefined])).toBe(
    'Limits are counted in the calendar month, as the day of activation is not known.',
  )
  expect(describeMeteringDays([12, 1])).toBe(
    'Limits are counted from the day of activation that is set for the account.',
  )
  expect(describeMeteringDays([12, undefined])).toMatch(/where that is set .* else/)
})

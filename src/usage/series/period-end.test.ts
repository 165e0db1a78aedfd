import { describe, expect, it } from 'vitest'
import { type KnownDays, oddsOfReaching, periodEnd } from './period-end.ts'

const DAY = 86_400_000
const at = (date: string) => new Date(`${date}T00:00:00Z`)
const NOVEMBER = { start: at('2026-11-01'), end: at('2026-12-01') }

/** Days that end with the 20th of November, the last two of which are open. */
function known(amounts: readonly number[]): KnownDays {
  const first = at('2026-11-21').getTime() - amounts.length * DAY
  const days = amounts.map((amount, index) => ({ start: first + index * DAY, amount }))
  return {
    settled: days.slice(0, -2),
    open: days.slice(-2),
    settledUntil: at('2026-11-19'),
    add: (a, b) => a + b,
  }
}

const constant = (count: number, amount = 10) => Array<number>(count).fill(amount)

describe('the end of a period', () => {
  it('is told of a young fleet by the days since its first use alone', () => {
    const young = periodEnd(known([...constant(100, 0), ...constant(20)]), NOVEMBER)
    // It began on the first of November: all thirty days are like those that there were.
    expect(young).toMatchObject({ expected: 300, basis: 18 })
    expect(periodEnd(known([...constant(100, 0), ...constant(15)]), NOVEMBER)).toBeUndefined()
    expect(periodEnd(known(constant(115, 0)), NOVEMBER)).toMatchObject({ expected: 0, basis: 113 })
  })

  it('needs no forecast where all of it is settled', () => {
    const october = { start: at('2026-10-01'), end: at('2026-11-01') }
    const ended = periodEnd(known(constant(60)), october)
    expect(ended).toMatchObject({ expected: 310, low: 310, high: 310, toDate: 310 })
    expect(ended?.days.every(({ settled }) => settled)).toBe(true)
  })
})

describe('the odds of reaching an amount', () => {
  const end = { toDate: 50, expected: 100, high: 112.816 }

  it.each([
    [100, 0.5],
    // One standard deviation away, and the ends of the range.
    [90, 0.84],
    [110, 0.16],
    [112.816, 0.1],
    [87.184, 0.9],
  ])('of %d are %d', (amount, odds) => {
    expect(Math.abs(oddsOfReaching(end, amount) - odds)).toBeLessThan(0.012)
  })

  it('are certain of what has come, and of what has no range', () => {
    expect(oddsOfReaching(end, 50)).toBe(1)
    expect(oddsOfReaching({ ...end, high: 100 }, 100)).toBe(1)
    expect(oddsOfReaching({ ...end, high: 100 }, 101)).toBe(0)
  })
})

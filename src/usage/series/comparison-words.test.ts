import { describe, expect, it } from 'vitest'
import { compare, days, lastDays } from '#testing/compared-days.ts'
import {
  formatComparedGrowth,
  formatDifference,
  formatGrowth,
  formatWholeGrowth,
} from '../words/comparison-words.ts'

describe('words of a comparison', () => {
  it.each([
    [{ later: 112, earlier: 100 }, '+12 B', '+12.0%'],
    [{ later: 50, earlier: 100 }, '−50 B', '−50.0%'],
    [{ later: 100, earlier: 100 }, '±0 B', '±0%'],
    [{ later: 5, earlier: 0 }, '+5 B', 'new'],
    [{ later: 0, earlier: 0 }, '±0 B', '–'],
    [{ later: 350, earlier: 100 }, '+250 B', '+250%'],
    [{ later: 100_001, earlier: 100_000 }, '+1 B', '±0%'],
  ])('says how %o differ', (sums, difference, growth) => {
    expect(formatDifference(sums, 'data')).toBe(difference)
    expect(formatGrowth(sums)).toBe(growth)
  })

  it('says a difference of money to the cent, and none that reads as nothing', () => {
    const difference = (later: number) =>
      formatDifference({ later, earlier: 1 }, { currency: 'USD' })
    expect([difference(1.25), difference(0.995), difference(1.004), difference(0.996)]).toEqual([
      ...['+$0.25', '−$0.01', '±$0.00', '±$0.00'],
    ])
  })

  it('says what a growth is a day where one period is longer', () => {
    const [laterDuration, earlierDuration] = [31 * 86_400_000, 30 * 86_400_000]
    const sums = { later: 1027, earlier: 1000, laterDuration, earlierDuration }
    expect(formatComparedGrowth(sums)).toBe('+2.7%, per day −0.6%')
    expect(formatComparedGrowth({ ...sums, earlierDuration: laterDuration })).toBe('+2.7%')
    expect(formatComparedGrowth({ ...sums, earlier: 0 })).toBe('new')
  })

  it('says beside a sum what of it is compared', () => {
    const { comparison } = compare(lastDays(7), 'previous', 'settled')
    expect(formatWholeGrowth(comparison, 'data', 'total')).toBe(
      '+50.0% (4 of 7 days) vs 7 Nov – 13 Nov 2026',
    )
    const whole = compare(days('2026-10-08', '2026-10-14'), 'previous', 'settled').comparison
    expect(formatWholeGrowth(whole, 'data', 'total')).toBe('+50.0% vs 1 Oct – 7 Oct 2026')
    const late = compare(lastDays(2), 'previous', 'settled').comparison
    expect(formatWholeGrowth(late, 'data', 'total')).toBe(
      'nothing to compare with 17 Nov – 18 Nov 2026 (0 of 2 days)',
    )
  })
})

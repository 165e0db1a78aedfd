import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { replayForecast } from '#testing/replay-forecast.ts'
import { expectedSum } from './expected-sum.ts'

const DAY = 86_400_000
const START = Date.parse('2025-01-06')
const PUBLIC_SERIES = new URL('../../../../shared/daily-series/series.json', import.meta.url)

const daysOf = (values: readonly number[]) =>
  values.map((amount, day) => ({ start: START + day * DAY, amount }))
const constant = (count: number, amount = 10) => daysOf(Array.from({ length: count }, () => amount))

/** A year of weekdays with a level that wanders. */
function wandering(seed: number): number[] {
  let state = seed
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  let level = 100
  return Array.from({ length: 365 }, (_, day) => {
    level *= 1 + (random() - 0.5) * 0.06
    return level * (day % 7 > 4 ? 0.5 : 1) * (0.8 + 0.4 * random())
  })
}

describe('the sum of the days to come', () => {
  it('is exact, and without a range, where every day is like the one before', () => {
    const made = expectedSum(constant(100), 7)
    expect(made?.expected).toBeCloseTo(70, 9)
    expect(made?.low).toBeCloseTo(70, 9)
    expect(made?.high).toBeCloseTo(70, 9)
    expect(expectedSum(constant(100, 0), 7)).toMatchObject({ expected: 0, low: 0, high: 0 })
  })

  it('is not told by fewer than fourteen days, or for no day', () => {
    expect(expectedSum(constant(13), 7)).toBeUndefined()
    expect(expectedSum(constant(14), 7)?.expected).toBeCloseTo(70, 9)
    expect(expectedSum([], 7)).toBeUndefined()
    expect(expectedSum(constant(100), 0)).toBeUndefined()
  })

  it('takes days in any order, and a missing one as its weekday a week before', () => {
    const days = daysOf(wandering(1))
    expect(expectedSum([...days].reverse(), 14)).toEqual(expectedSum(days, 14))
    const gap = constant(100).filter((_, day) => day !== 60)
    expect(expectedSum(gap, 7)?.expected).toBeCloseTo(70, 9)
  })

  it('is moved little by a holiday or an outlier', () => {
    const values = Array.from({ length: 100 }, (_, day) =>
      day === 90 ? 1000 : day === 95 ? 0 : 10,
    )
    const expected = expectedSum(daysOf(values), 7)?.expected ?? 0
    expect(expected).toBeGreaterThan(63)
    expect(expected).toBeLessThan(77)
  })

  it('follows a level that has changed, within a few weeks', () => {
    const values = Array.from({ length: 100 }, (_, day) => (day < 70 ? 10 : 20))
    expect(expectedSum(daysOf(values), 7)?.expected).toBeGreaterThan(133)
  })

  it('expects something of what is used every nine days', () => {
    const values = Array.from({ length: 180 }, (_, day) => (day % 9 === 0 ? 90 : 0))
    const expected = expectedSum(daysOf(values), 28)?.expected ?? 0
    expect(expected).toBeGreaterThan(140)
    expect(expected).toBeLessThan(560)
  })

  it('has a range around what is expected for every horizon and age', () => {
    const values = wandering(2)
    for (const age of [14, 20, 30, 60, 365]) {
      for (let horizon = 1; horizon <= 60; horizon++) {
        const made = expectedSum(daysOf(values.slice(0, age)), horizon)
        expect(made?.low).toBeGreaterThanOrEqual(0)
        expect(made?.low).toBeLessThanOrEqual(made?.expected ?? -1)
        expect(made?.high).toBeGreaterThanOrEqual(made?.expected ?? Number.POSITIVE_INFINITY)
      }
    }
  })

  it.each([7, 14, 28])(
    'holds four times in five on made-up series, %i days ahead',
    (horizon) => {
      const shares = [1, 2, 3, 4, 5, 6].map((seed) => {
        const { held, of } = replayForecast(START, wandering(seed), horizon)
        return held / of
      })
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
      expect(mean).toBeGreaterThan(0.72)
      expect(mean).toBeLessThan(0.88)
    },
    60_000,
  )

  it.skipIf(!existsSync(PUBLIC_SERIES)).each([7, 14, 28])(
    'holds four times in five on public series, %i days ahead (skipped where they are not there)',
    (horizon) => {
      const series: Record<string, { start: string; values: number[] }> = JSON.parse(
        readFileSync(PUBLIC_SERIES, 'utf8'),
      )
      const replayed = Object.values(series)
        .filter(({ values }) => values.length >= 180)
        .map(({ start, values }) => replayForecast(Date.parse(start), values, horizon))
      const shares = replayed.map(({ held, of }) => held / of)
      const losses = replayed.map(({ loss, naiveLoss }) => loss / naiveLoss)
      expect(losses.reduce((sum, loss) => sum + loss, 0) / losses.length).toBeLessThan(1)
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.6)
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
      expect(mean).toBeGreaterThanOrEqual(0.76)
      expect(mean).toBeLessThanOrEqual(0.86)
    },
    60_000,
  )
})

import { describe, expect, it } from 'vitest'
import { expectedDuration, markPace, type Pace, tellsOfAll, timeLeft } from './gathering.ts'

/** A pace as it is after so many seconds, of which each brings so many answers. */
function paceOf(perSecond: readonly number[]): Pace {
  let [pace, done]: [Pace, number] = [markPace([], 0, 0), 0]
  for (const [second, came] of perSecond.entries()) {
    done += came
    pace = markPace(pace, done, (second + 1) * 1000)
  }
  return pace
}

const seconds = (count: number, each: number) => Array.from({ length: count }, () => each)

describe('the time that is left', () => {
  it('is told by the pace so far', () => {
    // Four answers a second: 4,800 are there after 20 minutes.
    expect(timeLeft(paceOf(seconds(10, 4)), 4_800)).toBe(1_200_000)
  })

  it('is not told by the first moments, nor while nothing comes in', () => {
    expect(timeLeft([], 10)).toBeUndefined()
    expect(timeLeft(paceOf([8]), 10)).toBeUndefined()
    expect(timeLeft(paceOf(seconds(10, 0)), 10)).toBeUndefined()
  })

  it('forgets a pace of more than half a minute ago', () => {
    // What the gateway had came quickly; what KORE has to be asked for does not.
    const pace = paceOf([...seconds(60, 100), ...seconds(31, 1)])
    expect(timeLeft(pace, 300)).toBe(300_000)
  })
})

it('expects four requests in a second where none was measured', () => {
  expect(expectedDuration(5_000)).toBe(1_250_000)
  expect(expectedDuration(1)).toBe(1_000)
})

describe('what some SIMs did', () => {
  it('is never told for all of them while others are asked for', () => {
    expect(tellsOfAll(87, 0, 5_000)).toBe(false)
    expect(tellsOfAll(4_999, 0, 5_000)).toBe(false)
    expect(tellsOfAll(5_000, 0, 5_000)).toBe(true)
  })

  it('is told for the others where a few cannot be read, and not where many cannot', () => {
    expect(tellsOfAll(4_997, 3, 5_000)).toBe(true)
    expect(tellsOfAll(4_749, 251, 5_000)).toBe(false)
    expect(tellsOfAll(87, 4_913, 5_000)).toBe(false)
  })
})

import { expect, it } from 'vitest'
import { timeLeft } from './time-left.ts'

const BEGUN = { asked: 100, answered: 0, answeredBefore: 0, elapsed: 0 }

it('goes on as quickly as it has gone so far', () => {
  expect(timeLeft({ ...BEGUN, answered: 20, elapsed: 10_000 })).toBe(40_000)
})

it('counts only what was answered while it was watched', () => {
  const progress = { ...BEGUN, answered: 60, answeredBefore: 50, elapsed: 10_000 }
  expect(timeLeft(progress)).toBe(40_000)
})

it('is not known from a few answers or in a moment', () => {
  expect(timeLeft(BEGUN)).toBeUndefined()
  expect(timeLeft({ ...BEGUN, answered: 2, elapsed: 10_000 })).toBeUndefined()
  expect(timeLeft({ ...BEGUN, answered: 20, elapsed: 2_999 })).toBeUndefined()
})

it('is known at once where the pace is, and never shorter than the pace allows', () => {
  expect(timeLeft({ ...BEGUN, perSecond: 0.5 })).toBe(200_000)
  // The first 20 were kept and came quickly; the others have to be asked for.
  const quick = { ...BEGUN, answered: 20, elapsed: 4_000, perSecond: 1 }
  expect(timeLeft(quick)).toBe(80_000)
  const slow = { ...BEGUN, answered: 20, elapsed: 40_000, perSecond: 1 }
  expect(timeLeft(slow)).toBe(160_000)
})

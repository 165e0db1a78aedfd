import { describe, expect, it } from 'vitest'
import type { ChargeState } from '../kore/charge.ts'
import type { Freshness, RangeFreshness } from '../kore/freshness.ts'
import {
  type AmountState,
  amountState,
  isChargedInFull,
  isNotCharged,
  seriesState,
  toldInBucket,
} from './amount-state.ts'
import { PartSums } from './part-sums.ts'

const MONEY = { currency: 'USD' }
const START = new Date('2026-11-01')

describe('the state of an amount', () => {
  it.each<[Freshness, AmountState]>([
    ['final', 'final'],
    ['mayStillGrow', 'provisional'],
    ['mayBeMissing', 'provisional'],
    ['future', 'future'],
    ['beyondRetention', 'unknown'],
  ])('of bytes is that of a bucket that is %s', (freshness, state) => {
    expect(amountState({ known: true, freshness, charge: 'notCharged' }, 'data')).toBe(state)
    expect(amountState({ known: true, freshness, charge: 'charged' }, 'commands')).toBe(state)
  })

  it.each<[ChargeState, AmountState]>([
    ['charged', 'final'],
    ['partlyCharged', 'provisional'],
    ['notCharged', 'unknown'],
  ])('of money follows a charge that is %s', (charge, state) => {
    expect(amountState({ known: true, freshness: 'final', charge }, MONEY)).toBe(state)
  })

  it('is unknown where not all was read, whatever is charged', () => {
    const bucket = { known: false, freshness: 'final', charge: 'charged' } as const
    expect([amountState(bucket, 'data'), amountState(bucket, MONEY)]).toEqual([
      'unknown',
      'unknown',
    ])
  })

  it('tells a partly charged zero, and no zero of which nothing is known', () => {
    const told = (amount: number, charge: ChargeState, freshness: Freshness = 'final') => {
      const part = { ...new PartSums(1).columns(), cost: new Map([['USD', [amount]]]) }
      const bucket = { start: START, end: START, known: true, charge, freshness, chargedBytes: 0 }
      return toldInBucket({ buckets: [bucket], parts: [] }, MONEY, 'total', 0, [part])
    }
    expect(told(0, 'partlyCharged')).toBe(0)
    expect(told(0, 'notCharged')).toBeUndefined()
    expect(told(0, 'charged', 'future')).toBeUndefined()
    expect(told(7, 'notCharged')).toBe(7)
  })

  it('of a bucket that has not begun is no missing charge', () => {
    const bucket = { known: true, charge: 'notCharged' } as const
    expect(isNotCharged({ ...bucket, freshness: 'future' }, MONEY)).toBe(false)
    expect(isNotCharged({ ...bucket, freshness: 'mayBeMissing' }, MONEY)).toBe(true)
    expect(isNotCharged({ ...bucket, freshness: 'mayBeMissing' }, 'data')).toBe(false)
  })
})

describe('the state of a whole series', () => {
  /** A series of buckets that are charged so. */
  const series = (charges: readonly ChargeState[], state: RangeFreshness['state']) => ({
    complete: true,
    freshness: { state, finalUntil: START, missingFrom: START, finalAt: START },
    buckets: charges.map((charge) => ({
      start: START,
      end: START,
      known: true,
      freshness: state,
      charge,
      chargedBytes: 0,
    })),
  })

  it('is unknown until all of it was read', () => {
    const lacking = { ...series(['charged'], 'final'), complete: false }
    expect([seriesState(lacking, 'data'), seriesState(lacking, MONEY)]).toEqual([
      'unknown',
      'unknown',
    ])
  })

  it.each<[RangeFreshness['state'], AmountState]>([
    ['final', 'final'],
    ['mayStillGrow', 'provisional'],
    ['mayBeMissing', 'provisional'],
    ['future', 'future'],
  ])('of bytes is that of a range that is %s, whatever is charged', (freshness, state) => {
    expect(seriesState(series(['notCharged'], freshness), 'data')).toBe(state)
    expect(seriesState(series(['charged'], freshness), 'commands')).toBe(state)
  })

  it.each<[readonly ChargeState[], boolean]>([
    [['charged', 'charged'], true],
    [['charged', 'partlyCharged'], false],
    [['partlyCharged'], false],
    [['notCharged', 'charged'], false],
  ])('of money with %o is charged in full: %s', (charges, isInFull) => {
    expect(isChargedInFull(series(charges, 'final'))).toBe(isInFull)
    expect(seriesState(series(charges, 'final'), MONEY)).toBe(isInFull ? 'final' : 'provisional')
  })
})

it('calls only a bucket of which nothing is charged not charged', () => {
  const bucket = { known: true, freshness: 'final' } as const
  const states = (['charged', 'partlyCharged', 'notCharged'] as const).map((charge) =>
    isNotCharged({ ...bucket, charge }, MONEY),
  )
  expect(states).toEqual([false, false, true])
})

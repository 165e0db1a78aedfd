import { describe, expect, it } from 'vitest'
import type { ChargeState } from '../kore/charge.ts'
import type { Freshness } from '../kore/freshness.ts'
import { type AmountState, amountState, isNotCharged, toldAmount } from './amount-state.ts'

const MONEY = { currency: 'USD' }

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
    expect(toldAmount(0, 'provisional')).toBe(0)
    expect(toldAmount(0, 'unknown')).toBeUndefined()
    expect(toldAmount(0, 'future')).toBeUndefined()
    expect(toldAmount(7, 'unknown')).toBe(7)
  })

  it('of a bucket that has not begun is no missing charge', () => {
    const bucket = { known: true, charge: 'notCharged' } as const
    expect(isNotCharged({ ...bucket, freshness: 'future' }, MONEY)).toBe(false)
    expect(isNotCharged({ ...bucket, freshness: 'mayBeMissing' }, MONEY)).toBe(true)
    expect(isNotCharged({ ...bucket, freshness: 'mayBeMissing' }, 'data')).toBe(false)
  })
})

import { expect, it } from 'vitest'
import { amountsCharge } from './amounts-charge.ts'

const NOTHING = {
  data: { total: 0, download: 0, upload: 0 },
  commands: 0,
  cost: new Map<string, number>(),
  unchargedBytes: 0,
}
const used = { ...NOTHING, data: { total: 9, download: 9, upload: 0 } }
const charged = { ...used, cost: new Map([['USD', 2]]) }

it('takes a charge that is there for a part of it until all charges are in', () => {
  expect(amountsCharge(charged, false)).toBe('partlyCharged')
  expect(amountsCharge(charged, true)).toBe('charged')
})

it('takes bytes without a charge for uncharged, however late it is', () => {
  const uncharged = { ...used, unchargedBytes: 9 }
  expect([amountsCharge(uncharged, false), amountsCharge(uncharged, true)]).toEqual([
    'notCharged',
    'notCharged',
  ])
  expect(amountsCharge({ ...charged, unchargedBytes: 1 }, true)).toBe('partlyCharged')
  expect(amountsCharge({ ...NOTHING, commands: 5 }, true)).toBe('notCharged')
})

it('knows that what was not used costs nothing only once it is sure', () => {
  expect([amountsCharge(NOTHING, false), amountsCharge(NOTHING, true)]).toEqual([
    'notCharged',
    'charged',
  ])
})

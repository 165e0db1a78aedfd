import { expect, it } from 'vitest'
import { amountsCharge, chargeLacksFromDays } from './amounts-charge.ts'

const NOTHING = {
  data: { total: 0, download: 0, upload: 0 },
  commands: 0,
  cost: new Map<string, number>(),
  unchargedBytes: 0,
  unchargedCommands: 0,
}
const used = { ...NOTHING, data: { total: 9, download: 9, upload: 0 } }
const charged = { ...used, cost: new Map([['USD', 2]]) }

it('takes a charge that is there for a part of it until all charges are in', () => {
  expect(amountsCharge(charged, false)).toBe('partlyCharged')
  expect(amountsCharge(charged, true)).toBe('charged')
})

it('takes bytes without a charge for uncharged, however late it is', () => {
  const uncharged = { ...used, unchargedBytes: 9, unchargedCommands: 0 }
  expect([amountsCharge(uncharged, false), amountsCharge(uncharged, true)]).toEqual([
    'notCharged',
    'notCharged',
  ])
  expect(amountsCharge({ ...charged, unchargedBytes: 1, unchargedCommands: 0 }, true)).toBe(
    'partlyCharged',
  )
})

it('takes Commands without a charge for uncharged, though the data beside them is charged', () => {
  const sent = { ...charged, commands: 5 }
  expect(amountsCharge({ ...NOTHING, commands: 5, unchargedCommands: 5 }, true)).toBe('notCharged')
  expect(amountsCharge({ ...sent, unchargedCommands: 1 }, true)).toBe('partlyCharged')
  expect(amountsCharge(sent, true)).toBe('charged')
})

it('takes what is free for charged, too, as it is told of no cost', () => {
  expect(amountsCharge(used, true)).toBe('charged')
  expect(amountsCharge({ ...used, unchargedBytes: 4 }, true)).toBe('partlyCharged')
})

it('knows that what was not used costs nothing only once it is sure', () => {
  expect([amountsCharge(NOTHING, false), amountsCharge(NOTHING, true)]).toEqual([
    'notCharged',
    'charged',
  ])
})

it('tells from which day on what was read one by one lacks a charge that should be there', () => {
  const day = (date: string, unchargedBytes: number) => ({
    ...NOTHING,
    start: Date.parse(date),
    parts: new Map<string, number>(),
    commandParts: [],
    countries: [],
    unchargedBytes,
    unchargedCommands: 0,
  })
  const readAt = new Date('2026-11-20T12:00:00Z')
  const days = [
    day('2026-11-15', 0),
    day('2026-11-17', 5),
    day('2026-11-18', 5),
    // A day may take a day to be charged.
    day('2026-11-19', 5),
  ]
  const read = (sid: string) => new Map([[sid, [{ days, oddities: [], readAt }]]])
  const november = { start: new Date('2026-11-01'), end: new Date('2026-12-01') }
  expect(chargeLacksFromDays(read(`HS${'a'.repeat(32)}`), november)).toEqual(new Date('2026-11-17'))
  const late = { start: new Date('2026-11-19'), end: new Date('2026-11-21') }
  expect(chargeLacksFromDays(read(`HS${'a'.repeat(32)}`), late)).toBeUndefined()
  // No lag of charges is told of the other product.
  expect(chargeLacksFromDays(read(`DE${'a'.repeat(32)}`), november)).toBeUndefined()
})

import { expect, it } from 'vitest'
import { notePace, paceOf } from './pace.ts'

it('is known of each account and product, as it was told last', () => {
  notePace('/api/accounts/north/super-sim/v1/UsageRecords?Page=1', '0.95;waiting=12')
  notePace('/api/accounts/north/programmable-wireless/v1/Sims', '4.50;waiting=0')
  notePace('/api/about', null)
  expect(paceOf('north', 'super-sim')).toBe(0.95)
  expect(paceOf('north', 'programmable-wireless')).toBe(4.5)
  expect(paceOf('south', 'super-sim')).toBeUndefined()
  notePace('/api/accounts/north/super-sim/v1/Sims', null)
  expect(paceOf('north', 'super-sim')).toBeUndefined()
})

it('is not known where it cannot be read', () => {
  notePace('/api/accounts/north/super-sim/v1/Sims', 'soon')
  expect(paceOf('north', 'super-sim')).toBeUndefined()
})

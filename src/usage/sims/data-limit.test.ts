import { expect, it } from 'vitest'
import { hasNoLimit } from './data-limit.ts'

it('tells a SIM without a limit from one whose plan could not be read', () => {
  const limited = { limits: [{ part: 'home' as const, bytes: 1 }] }
  expect(hasNoLimit({ planSid: '' }, undefined)).toBe(true)
  expect(hasNoLimit({ planSid: 'WP1' }, { limits: [] })).toBe(true)
  expect(hasNoLimit({ planSid: 'WP1' }, limited)).toBe(false)
  expect(hasNoLimit({ planSid: 'WP1' }, undefined)).toBe(false)
})

import { expect, it } from 'vitest'
import { silenceOf } from './last-use.ts'

const NOW = new Date('2026-11-25T16:00:00Z')
const HOUR = 3_600_000
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR)

it.each([
  [0, 'reported', 'reported'],
  [1, 'reported', 'reported'],
  [2, 'notReported', 'notReported'],
  [24, 'notReported', 'notReported'],
  [25, 'notReported', 'silent'],
  [48, 'notReported', 'silent'],
  [49, 'silent', 'silent'],
] as const)(
  '%i hours after its last usage a SIM is %s, and a Super SIM %s',
  (hours, wireless, superSim) => {
    expect(silenceOf(hoursAgo(hours), 'programmable-wireless', NOW)).toBe(wireless)
    expect(silenceOf(hoursAgo(hours), 'super-sim', NOW)).toBe(superSim)
  },
)

it('was never used without a last usage', () => {
  expect(silenceOf(undefined, 'super-sim', NOW)).toBe('neverUsed')
})

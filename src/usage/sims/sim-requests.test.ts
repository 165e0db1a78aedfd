import { describe, expect, it } from 'vitest'
import { type AskedSim, planSimDays } from './sim-days.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const SIM: AskedSim = { account: 'main', product: 'programmable-wireless', sid: 'DE1' }

/** What is asked for: the days of each request, and whether its answer is final. */
const plannedFor = (first: string, end: string) =>
  planSimDays(SIM, { start: new Date(first), end: new Date(end) }, NOW).map(
    ({ interval, settled }) => [
      interval.start.toISOString().slice(0, 10),
      interval.end.toISOString().slice(0, 10),
      settled,
    ],
  )

describe('the requests for the days of one SIM', () => {
  it('are one for all that movers look at, though a quarter ends within it', () => {
    expect(plannedFor('2026-09-12', '2026-11-18')).toEqual([['2026-09-12', '2026-11-18', true]])
  })

  it('are one for what is final and what may change, which is not final', () => {
    expect(plannedFor('2026-10-22', '2026-11-21')).toEqual([['2026-10-22', '2026-11-21', false]])
  })

  it('are one for three months to the day, and two for a day more', () => {
    expect(plannedFor('2026-08-21', '2026-11-21')).toEqual([['2026-08-21', '2026-11-21', false]])
    expect(plannedFor('2026-08-20', '2026-11-21')).toEqual([
      ['2026-08-20', '2026-10-01', true],
      ['2026-10-01', '2026-11-21', false],
    ])
  })

  it('keep whole quarters apart, so that they are asked for once for ever', () => {
    expect(plannedFor('2026-02-10', '2026-11-21')).toEqual([
      ['2026-02-10', '2026-04-01', true],
      ['2026-04-01', '2026-07-01', true],
      ['2026-07-01', '2026-10-01', true],
      ['2026-10-01', '2026-11-21', false],
    ])
  })

  it('begin where KORE still remembers, and are none for what it has forgotten', () => {
    expect(plannedFor('2025-01-01', '2025-06-01')).toEqual([['2025-05-20', '2025-06-01', true]])
    expect(plannedFor('2024-01-01', '2024-06-01')).toEqual([])
  })

  it('ask by country where a SIM’s record does not name one', () => {
    const interval = { start: new Date('2026-11-01'), end: new Date('2026-11-18') }
    const superSim: AskedSim = { account: 'main', product: 'super-sim', sid: 'HS1' }
    expect(planSimDays(superSim, interval, NOW)).toMatchObject([
      { group: 'country', filter: { sim: 'HS1' }, granularity: 'day' },
    ])
    expect(planSimDays(SIM, interval, NOW)[0]).not.toHaveProperty('group')
  })
})

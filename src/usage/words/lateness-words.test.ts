import { describe, expect, it } from 'vitest'
import { rangeCharge } from '../kore/charge.ts'
import { rangeFreshness } from '../kore/freshness.ts'
import { describeCharge, describeLateness } from './freshness-words.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const range = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) })

describe('both delays in one line', () => {
  it('name each with its moment, and when all is final', () => {
    const asked = range('2026-11-01T00:00:00Z', '2026-11-21T00:00:00Z')
    expect(
      describeLateness(rangeFreshness(asked, 'super-sim', NOW), rangeCharge(asked, NOW), NOW),
    ).toBe(
      'Usage may be missing: since 19 Nov, 12:00 UTC · not charged in full: since 19 Nov, 12:00 UTC · all final 22 Nov, 00:00 UTC',
    )
  })

  it('say in as little that all is final', () => {
    const asked = range('2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z')
    const freshness = rangeFreshness(asked, 'programmable-wireless', NOW)
    expect(describeLateness(freshness, undefined, NOW)).toBe('Final')
    expect(describeLateness(freshness, rangeCharge(asked, NOW), NOW)).toBe(
      'Final and charged in full',
    )
  })

  it('do not call charged what lacks a charge, however long ago it was', () => {
    const asked = range('2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z')
    const charge = rangeCharge(asked, NOW, new Date('2026-10-14T00:00:00Z'))
    const freshness = rangeFreshness(asked, 'super-sim', NOW)
    expect(describeLateness(freshness, charge, NOW)).toBe(
      'Final · charges missing: since 14 Oct, 00:00 UTC',
    )
    expect(describeCharge(charge, asked, NOW)).toEqual({
      title: 'Charges are missing that should be there by now',
      detail:
        'Usage before 14 Oct, 00:00 UTC is charged in full, later usage may not be. A spending report of this range is not safe.',
    })
    const open = range('2026-11-01T00:00:00Z', '2026-11-21T00:00:00Z')
    expect(
      describeLateness(
        rangeFreshness(open, 'super-sim', NOW),
        rangeCharge(open, NOW, new Date('2026-11-14T00:00:00Z')),
        NOW,
      ),
    ).toBe(
      'Usage may be missing: since 19 Nov, 12:00 UTC · charges missing: since 14 Nov, 00:00 UTC · usage final 22 Nov, 00:00 UTC',
    )
  })

  it('do not promise a moment that has passed', () => {
    const asked = range('2026-11-10T00:00:00Z', '2026-11-18T00:00:00Z')
    const read = new Date('2026-11-18T12:00:00Z')
    const later = new Date('2026-11-24T00:00:00Z')
    const line = describeLateness(
      rangeFreshness(asked, 'programmable-wireless', read),
      undefined,
      later,
    )
    expect(line).toContain('read before it was final')
    expect(line).not.toContain('all final')
  })
})

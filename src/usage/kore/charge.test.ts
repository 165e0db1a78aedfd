import { describe, expect, it } from 'vitest'
import { describeCharge } from '../words/freshness-words.ts'
import { bucketCharge, rangeCharge } from './charge.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const HOUR = 3_600_000
const ended = (age: number) => ({
  start: new Date(NOW.getTime() - age - HOUR),
  end: new Date(NOW.getTime() - age),
})

describe('the charge of a bucket', () => {
  it.each([
    [24 * HOUR, { charged: true, uncharged: false }, 'charged'],
    [24 * HOUR, { charged: false, uncharged: false }, 'charged'],
    [24 * HOUR, { charged: true, uncharged: true }, 'partlyCharged'],
    [99 * HOUR, { charged: false, uncharged: true }, 'notCharged'],
    [24 * HOUR - 1, { charged: true, uncharged: false }, 'partlyCharged'],
    [24 * HOUR - 1, { charged: false, uncharged: true }, 'notCharged'],
    [HOUR, { charged: false, uncharged: false }, 'notCharged'],
  ])('that ended %d ms ago with %o is %s', (age, seen, state) => {
    expect(bucketCharge(ended(age), seen, 'super-sim', NOW)).toBe(state)
  })
})

describe('the charge of a range', () => {
  const range = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) })
  const words = (start: string, end: string) =>
    describeCharge(rangeCharge(range(start, end), NOW), range(start, end), NOW)

  it('says until when it is charged, and from when a report is safe', () => {
    expect(words('2026-11-01', '2026-11-21')).toEqual({
      title: 'Not charged in full, spending report safe from 22 Nov, 00:00 UTC',
      detail:
        'Usage before 19 Nov, 12:00 UTC is charged in full, later usage may not be. Bytes show before their charge.',
    })
  })

  it('is complete a day after its end', () => {
    expect(rangeCharge(range('2026-11-01', '2026-11-19T12:00:00Z'), NOW).complete).toBe(true)
    expect(rangeCharge(range('2026-11-01', '2026-11-19T12:00:01Z'), NOW).complete).toBe(false)
    expect(words('2026-10-01', '2026-11-01').title).toBe('Charged in full')
  })

  it('is not safe by the clock alone: what was read too early is still that', () => {
    const asked = range('2026-11-18', '2026-11-20')
    const later = new Date('2026-11-21T00:00:00Z')
    expect(describeCharge(rangeCharge(asked, NOW), asked, later)).toEqual({
      title: 'Read before it was charged in full',
      detail:
        'Usage before 19 Nov, 12:00 UTC is charged in full, later usage may not be. It is read again by itself.',
    })
  })

  it('does not speak of usage before a range that is all uncharged', () => {
    expect(words('2026-11-20', '2026-11-21').detail).toContain('None of this range')
  })
})

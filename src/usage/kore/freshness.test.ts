import { describe, expect, it } from 'vitest'
import { describeFreshness } from '../words/freshness-words.ts'
import { bucketFreshness, rangeFreshness } from './freshness.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const HOUR = 3_600_000
const MINUTE = 60_000

const endedAgo = (age: number) => ({
  start: new Date(NOW.getTime() - age - HOUR),
  end: new Date(NOW.getTime() - age),
})

describe('bucket freshness', () => {
  it.each([
    [23 * HOUR + 59 * MINUTE, 'mayBeMissing'],
    [24 * HOUR, 'mayStillGrow'],
    [47 * HOUR + 59 * MINUTE, 'mayStillGrow'],
    [48 * HOUR, 'final'],
    [0, 'mayBeMissing'],
    [-HOUR, 'mayBeMissing'],
    [-HOUR - 1, 'future'],
  ])('of Programmable Wireless, ended %d ms ago, is %s', (age, expected) => {
    expect(bucketFreshness(endedAgo(age), 'programmable-wireless', NOW)).toBe(expected)
  })

  it('is final after 24 hours for Super SIM', () => {
    expect(bucketFreshness(endedAgo(24 * HOUR - 1), 'super-sim', NOW)).toBe('mayBeMissing')
    expect(bucketFreshness(endedAgo(24 * HOUR), 'super-sim', NOW)).toBe('final')
  })
})

describe('range freshness', () => {
  it('tells when each part stops being provisional', () => {
    const range = { start: new Date('2026-11-01'), end: new Date('2026-11-21') }
    expect(rangeFreshness(range, 'programmable-wireless', NOW)).toEqual({
      state: 'mayBeMissing',
      finalUntil: new Date('2026-11-18T12:00:00Z'),
      missingFrom: new Date('2026-11-19T12:00:00Z'),
      finalAt: new Date('2026-11-23'),
    })
  })

  it('stays within the range', () => {
    const today = { start: new Date('2026-11-20'), end: new Date('2026-11-21') }
    const freshness = rangeFreshness(today, 'programmable-wireless', NOW)
    expect(freshness.finalUntil).toEqual(today.start)
    expect(freshness.missingFrom).toEqual(today.start)
    const past = { start: new Date('2026-10-01'), end: new Date('2026-11-01') }
    const settled = rangeFreshness(past, 'programmable-wireless', NOW)
    expect([settled.finalUntil, settled.missingFrom]).toEqual([past.end, past.end])
  })

  it('says in words what may be missing and when all is final', () => {
    const range = { start: new Date('2026-11-01'), end: new Date('2026-11-21') }
    const words = describeFreshness(rangeFreshness(range, 'programmable-wireless', NOW), NOW)
    expect(words.title).toBe('Usage may be missing, final in 3 days')
    expect(words.detail).toContain('since 19 Nov, 12:00 UTC may not have been reported')
    expect(words.detail).toContain('since 18 Nov, 12:00 UTC may still be added to')
    expect(words.detail).toContain('final on 23 Nov, 00:00 UTC')
  })

  it.each([
    ['2026-11-02T23:59:00Z', 'May still grow, final in 1 minute'],
    ['2026-11-03T00:00:00Z', 'Final'],
    ['2026-11-01T23:59:00Z', 'Usage may be missing, final in 24 hours'],
    ['2026-11-02T00:00:00Z', 'May still grow, final in 24 hours'],
  ])('changes its words for October at %s', (now, title) => {
    const october = { start: new Date('2026-10-01'), end: new Date('2026-11-01') }
    const moment = new Date(now)
    const freshness = rangeFreshness(october, 'programmable-wireless', moment)
    expect(describeFreshness(freshness, moment).title).toBe(title)
  })

  it('does not call final what was read before it was', () => {
    const range = { start: new Date('2026-11-17'), end: new Date('2026-11-20') }
    const read = rangeFreshness(range, 'programmable-wireless', NOW)
    const words = (now: string) => describeFreshness(read, new Date(now))
    expect(words('2026-11-21T23:59:00Z').title).toBe('Usage may be missing, final in 1 minute')
    expect(words('2026-11-22T00:00:00Z')).toEqual({
      title: 'Read before it was final',
      detail:
        'Usage since 18 Nov 2026, 12:00 UTC could still be added to when it was read. It is read again by itself.',
    })
  })

  it('says that a settled range is final', () => {
    const range = { start: new Date('2026-10-01'), end: new Date('2026-11-01') }
    const words = describeFreshness(rangeFreshness(range, 'programmable-wireless', NOW), NOW)
    expect(words.title).toBe('Final')
  })
})

import { describe, expect, it } from 'vitest'
import type { ReportStanding } from '../../report/report-standing.ts'
import { describeStanding, describeStretch } from './report-words.ts'

const at = (text: string) => new Date(text)

const OPEN: ReportStanding = {
  kind: 'preliminary',
  usageFinalAt: at('2026-11-03T00:00:00Z'),
  chargedInFullAt: at('2026-11-02T00:00:00Z'),
  usageIsFinal: false,
  isChargedInFull: false,
  lacksFrom: undefined,
  asOf: at('2026-11-01T12:00:00Z'),
}

describe('the standing of a report, in words', () => {
  it('says from when on it is final and charged in full', () => {
    expect(describeStanding(OPEN, at('2026-11-01T12:00:00Z'))).toEqual({
      title:
        'Preliminary: final from 3 Nov 2026, 00:00 UTC, charged in full from 2 Nov 2026, 00:00 UTC',
      detail:
        'The month has ended, but late usage may still be added, and it is not charged in full. Do not bill by it.',
    })
  })

  it('says that it was read too early where the moment has come', () => {
    const { title } = describeStanding(OPEN, at('2026-11-02T12:00:00Z'))
    expect(title).toBe(
      'Preliminary: final from 3 Nov 2026, 00:00 UTC, read before it was charged in full',
    )
  })

  it('calls nothing final but what is', () => {
    const now = at('2026-11-20T12:00:00Z')
    const kinds = ['future', 'loading', 'incomplete', 'running', 'preliminary', 'lacking'] as const
    for (const kind of kinds) {
      expect(describeStanding({ ...OPEN, kind }, now).title).not.toMatch(/^Final/)
    }
    const final = { ...OPEN, kind: 'final', usageIsFinal: true, isChargedInFull: true } as const
    expect(describeStanding(final, now).title).toBe('Final and charged in full')
  })
})

it('names whole months, and days where they are none', () => {
  const later = { start: at('2026-11-01T00:00:00Z'), end: at('2026-11-19T00:00:00Z') }
  const earlier = { start: at('2026-10-01T00:00:00Z'), end: at('2026-10-19T00:00:00Z') }
  expect(describeStretch({ later, earlier, isWhole: false })).toBe(
    '1 Nov – 18 Nov 2026 with 1 Oct – 18 Oct 2026, settled days alone.',
  )
  const months = {
    later: { start: earlier.start, end: later.start },
    earlier: { start: at('2026-09-01T00:00:00Z'), end: earlier.start },
  }
  expect(describeStretch({ ...months, isWhole: true })).toBe(
    'Oct 2026 with Sep 2026, whole months.',
  )
})

import { describe, expect, it } from 'vitest'
import type { Interval } from '../time/interval.ts'
import { comparedStretch, reportMonth } from './report-month.ts'

const text = ({ start, end }: Interval) =>
  `${start.toISOString().slice(0, 13)}/${end.toISOString().slice(0, 13)}`

const NOW = new Date('2026-11-20T12:00:00Z')

describe('the month of a report', () => {
  it('is that of the address, or the last one that has ended', () => {
    expect(text(reportMonth('2026-03', NOW).interval)).toBe('2026-03-01T00/2026-04-01T00')
    expect(text(reportMonth('', NOW).interval)).toBe('2026-10-01T00/2026-11-01T00')
    expect(text(reportMonth('', new Date('2026-01-31T23:59:59Z')).interval)).toBe(
      '2025-12-01T00/2026-01-01T00',
    )
  })

  it('is held against the whole month before and that of a year before', () => {
    const { before, yearBefore } = reportMonth('2026-03', NOW)
    expect(text(before)).toBe('2026-02-01T00/2026-03-01T00')
    expect(text(yearBefore)).toBe('2025-03-01T00/2025-04-01T00')
  })
})

describe('what of it is held against what', () => {
  const { interval, before } = reportMonth('2026-03', NOW)
  const stretchAt = (now: string) =>
    comparedStretch(interval, before, ['super-sim', 'programmable-wireless'], new Date(now))

  it('is whole months once every day is settled for every product', () => {
    const stretch = stretchAt('2026-04-03T00:00:00Z')
    expect(stretch?.isWhole).toBe(true)
    expect(stretch && [text(stretch.later), text(stretch.earlier)]).toEqual([
      '2026-03-01T00/2026-04-01T00',
      '2026-02-01T00/2026-03-01T00',
    ])
  })

  it('is the settled days until then, never more than the earlier month has', () => {
    const lengths = (now: string) => {
      const stretch = stretchAt(now)
      return stretch && [text(stretch.later), text(stretch.earlier)]
    }
    expect(lengths('2026-03-10T00:00:00Z')).toEqual([
      '2026-03-01T00/2026-03-08T00',
      '2026-02-01T00/2026-02-08T00',
    ])
    expect(lengths('2026-04-02T23:59:59Z')).toEqual([
      '2026-03-01T00/2026-03-29T00',
      '2026-02-01T00/2026-03-01T00',
    ])
    expect(lengths('2026-03-03T23:59:59Z')).toBeUndefined()
  })
})

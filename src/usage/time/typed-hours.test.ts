import { describe, expect, it } from 'vitest'
import { formatTypedHour, parseTypedHours } from './typed-hours.ts'

describe('hours that are typed', () => {
  it('are read in UTC on a clock of 24 hours', () => {
    const read = parseTypedHours('2026-10-01 06:00', ' 2026-10-02T0:00 ')
    expect(read).toEqual({
      kind: 'interval',
      interval: { start: new Date('2026-10-01T06:00:00Z'), end: new Date('2026-10-02T00:00:00Z') },
    })
    expect(parseTypedHours('2026-10-01, 6:00', '2026-10-01 18:00').kind).toBe('interval')
  })

  it('are none where the day, the hour or the minute does not exist, or half a day is named', () => {
    for (const text of [
      '',
      '2026-10-01',
      '2026-02-31 06:00',
      '2026-10-01 24:00',
      '2026-10-01 06:60',
      '2026-10-01 06:00 PM',
      '2026-10-01 6',
    ]) {
      expect([text, parseTypedHours(text, '2026-10-03 00:00').kind]).toEqual([
        text,
        'notUnderstood',
      ])
      expect([text, parseTypedHours('2025-10-03 00:00', text).kind]).toEqual([
        text,
        'notUnderstood',
      ])
    }
  })

  it('say what else is wrong with them', () => {
    expect(parseTypedHours('2026-10-01 06:30', '2026-10-01 18:00').kind).toBe('notFullHours')
    expect(parseTypedHours('2026-10-01 06:00', '2026-10-01 18:05').kind).toBe('notFullHours')
    expect(parseTypedHours('2026-10-01 06:00', '2026-10-01 06:00').kind).toBe('endsBeforeStart')
    expect(parseTypedHours('2026-10-02 06:00', '2026-10-01 18:00').kind).toBe('endsBeforeStart')
  })

  it('stand in their fields as they are typed', () => {
    expect(formatTypedHour(new Date('2026-10-01T00:00:00Z'))).toBe('2026-10-01 00:00')
    expect(formatTypedHour(new Date('2026-10-01T18:00:00Z'))).toBe('2026-10-01 18:00')
  })
})

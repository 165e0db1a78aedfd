import { describe, expect, it } from 'vitest'
import { HOSTILE_STRINGS } from '#testing/hostile-strings.ts'
import { exportFileName } from './exported-usage.ts'

describe('the name of a file', () => {
  const interval = { start: new Date('2026-11-15'), end: new Date('2026-11-22') }

  it('says what it is of, and has no room for a path', () => {
    expect(exportFileName('Data, Truck 7', interval, 'csv')).toBe(
      'roamboard-data-truck-7_2026-11-15_2026-11-21.csv',
    )
    for (const text of HOSTILE_STRINGS) {
      expect(exportFileName(text, interval, 'csv')).toMatch(/^roamboard[a-z0-9-]*_[\d_-]+\.csv$/)
    }
  })
})

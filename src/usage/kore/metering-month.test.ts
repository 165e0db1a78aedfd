import { expect, it } from 'vitest'
import { meteringMonth } from './metering-month.ts'

it.each([
  ['2026-11-25T12:00:00Z', 1, '2026-11-01', '2026-12-01'],
  ['2026-11-25T12:00:00Z', 20, '2026-11-20', '2026-12-20'],
  ['2026-11-19T23:59:59Z', 20, '2026-10-20', '2026-11-20'],
  ['2026-11-20T00:00:00Z', 20, '2026-11-20', '2026-12-20'],
  // February is too short for the day, and begins on its last.
  ['2026-02-28T00:00:00Z', 31, '2026-02-28', '2026-03-31'],
  ['2026-02-27T23:59:59Z', 31, '2026-01-31', '2026-02-28'],
  ['2028-02-29T12:00:00Z', 30, '2028-02-29', '2028-03-30'],
  ['2026-01-03T00:00:00Z', 15, '2025-12-15', '2026-01-15'],
  ['2026-12-31T23:00:00Z', 31, '2026-12-31', '2027-01-31'],
])(
  'at %s, of a SIM that was activated on a day %i, lasts from %s to %s',
  (now, day, start, end) => {
    const month = meteringMonth(new Date(now), day)
    expect([month.start, month.end].map((date) => date.toISOString())).toEqual([
      `${start}T00:00:00.000Z`,
      `${end}T00:00:00.000Z`,
    ])
  },
)

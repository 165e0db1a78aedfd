import { describe, expect, it } from 'vitest'
import { compare, days, lastDays } from '#testing/compared-days.ts'
import type { Direction } from '#usage/question/usage-record.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { COMPARED_LINE_COLUMNS, comparedLines } from './compared-lines.tsx'
import { exportColumns } from './exported-columns.ts'

function takenAway(range: TimeRange, direction: Direction) {
  const { series, comparison } = compare(range, 'previous', 'settled')
  const names = (key: string) => key
  return exportColumns(
    COMPARED_LINE_COLUMNS,
    comparedLines({ series, comparison, direction, names }),
  ).rows
}

describe('what changed', () => {
  it('names the way that the data went, also of each part where it is taken away', () => {
    const rows = takenAway(days('2026-10-08', '2026-10-14'), 'upload')
    expect(rows.map(([name]) => name)).toEqual([
      'Data uploaded',
      'Data uploaded: home',
      'Data uploaded: nationalRoaming',
      'Data uploaded: internationalRoaming',
      'Commands from SIM',
    ])
  })

  it('is not told where nothing can be compared', () => {
    expect(takenAway(lastDays(2), 'total')[0]).toEqual([
      'Data',
      undefined,
      undefined,
      undefined,
      '0 of 2 days',
    ])
  })
})

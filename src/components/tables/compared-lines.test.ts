import { describe, expect, it } from 'vitest'
import { compare, days, lastDays } from '#testing/compared-days.ts'
import type { Cut } from '#usage/question/compared-period.ts'
import type { Direction } from '#usage/question/usage-record.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { comparedLines, EXPORTED_LINE_COLUMNS } from './compared-lines.tsx'
import { exportColumns } from './exported-columns.ts'

function takenAway(range: TimeRange, direction: Direction, cut: Cut = 'settled') {
  const { series, comparison } = compare(range, 'previous', cut)
  const names = (key: string) => key
  return exportColumns(
    EXPORTED_LINE_COLUMNS,
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

  it('is final where settled days alone are compared, and not where all so far is', () => {
    const ofWeek = (cut: Cut) => takenAway(lastDays(7), 'total', cut)[0]
    expect(ofWeek('settled')).toEqual(['Data', 12, 8, 4, '4 of 7 days', 'final'])
    expect(ofWeek('all')).toEqual(['Data', 21, 14, 7, '7 of 7 days', 'provisional'])
  })

  it('is not told where nothing can be compared', () => {
    expect(takenAway(lastDays(2), 'total')[0]).toEqual([
      'Data',
      undefined,
      undefined,
      undefined,
      '0 of 2 days',
      undefined,
    ])
  })
})

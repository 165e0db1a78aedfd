import { describe, expect, it } from 'vitest'
import { compare, days, lastDays } from '#testing/compared-days.ts'
import type { Direction } from '#usage/question/usage-record.ts'
import { comparedSums } from '#usage/series/comparison.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { exportColumns } from './exported-columns.ts'
import { type ShareRow, shareColumns } from './share-columns.tsx'

/** The columns of a table of one part that used 3 bytes a day and 2 before, and what is taken away of it. */
function tableOf(range: TimeRange, direction: Direction = 'total') {
  const { series, comparison } = compare(range, 'previous', 'settled')
  const rows = series.parts.map(
    (part): ShareRow => ({
      key: part.key,
      name: part.key,
      label: part.key,
      total: part.total,
      charged: part.charged,
      compared: (measure) => comparedSums(comparison, measure, direction, part.key),
    }),
  )
  const columns = shareColumns({ series, direction, heading: 'Where', whole: 21, comparison })
  return { headings: columns.map(({ heading }) => heading), ...exported(columns, rows) }
}

function exported(...table: Parameters<typeof exportColumns<ShareRow>>) {
  const { headings, rows } = exportColumns(...table)
  return { taken: headings, home: rows[0] }
}

describe('the change of parts', () => {
  it('says of how much of the range it is, where that is not all', () => {
    const { headings, taken, home } = tableOf(lastDays(7))
    expect(headings.slice(1, 4)).toEqual(['Data', 'Share', 'Change of data (4 of 7 days)'])
    expect(taken.slice(1, 4)).toEqual([
      'data (bytes)',
      'share (%)',
      'change of data (bytes, 4 of 7 days)',
    ])
    expect(home?.slice(1, 4)).toEqual([21, 100, 4])
  })

  it('says nothing of how much where it is all of it', () => {
    const { headings, taken } = tableOf(days('2026-10-08', '2026-10-14'))
    expect(headings[3]).toBe('Change of data')
    expect(taken[3]).toBe('change of data (bytes)')
  })

  it('is not there where nothing can be compared', () => {
    const { headings, home } = tableOf(lastDays(2))
    expect(headings[3]).toBe('Change of data (0 of 2 days)')
    expect(home?.[3]).toBeUndefined()
  })
})

describe('the headings of parts', () => {
  it('say which way the data went that they are above', () => {
    const { headings, taken } = tableOf(lastDays(7), 'download')
    expect(headings.slice(1, 5)).toEqual([
      'Data downloaded',
      'Share',
      'Change of data downloaded (4 of 7 days)',
      'Commands to SIM',
    ])
    expect(taken.slice(1, 5)).toEqual([
      'data downloaded (bytes)',
      'share (%)',
      'change of data downloaded (bytes, 4 of 7 days)',
      'Commands to SIM',
    ])
  })
})

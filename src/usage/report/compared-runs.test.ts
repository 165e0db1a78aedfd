import { expect, it } from 'vitest'
import { compare, days } from '#testing/compared-days.ts'
import type { Interval } from '../time/interval.ts'
import { comparedRuns, hullOf } from './compared-runs.ts'

const text = ({ start, end }: Interval) =>
  `${start.toISOString().slice(0, 10)}/${end.toISOString().slice(0, 10)}`

it('is the time that is compared: without days that are not settled', () => {
  const { comparison } = compare(days('2026-11-16', '2026-11-20'), 'previous', 'settled')
  const { later, earlier } = comparedRuns(comparison, 'data')
  // By 20 November, 12:34, usage of the 18th may still grow.
  expect(later.map(text)).toEqual(['2026-11-16/2026-11-18'])
  expect(earlier.map(text)).toEqual(['2026-11-11/2026-11-13'])
})

it('has a gap where a day has no counterpart', () => {
  const { comparison } = compare(days('2026-10-30', '2026-11-02'), 'last-month', 'settled')
  const { later, earlier } = comparedRuns(comparison, 'data')
  expect(later.map(text)).toEqual(['2026-10-30/2026-10-31', '2026-11-01/2026-11-03'])
  expect(earlier.map(text)).toEqual(['2026-09-30/2026-10-03'])
  const hull = hullOf(later)
  expect(hull && text(hull)).toBe('2026-10-30/2026-11-03')
  expect(hullOf([])).toBeUndefined()
})

it('is whole months where months are compared, however long', () => {
  const { comparison } = compare(days('2026-10-01', '2026-10-31'), 'last-month', 'settled')
  const { later, earlier } = comparedRuns(comparison, 'data')
  expect([...later, ...earlier].map(text)).toEqual([
    '2026-10-01/2026-11-01',
    '2026-09-01/2026-10-01',
  ])
})

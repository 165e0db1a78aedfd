import { expect, it } from 'vitest'
import { monthWord, reportSearch } from './report-search.ts'

it('names a calendar month of UTC, and takes no other', () => {
  expect(monthWord(new Date('2026-10-31T23:59:59Z'))).toBe('2026-10')
  const monthOf = (word: string) => reportSearch.parse(new URLSearchParams({ month: word })).month
  expect(['2026-10', '2026-13', '2026-00', '26-10', '2026-1'].map(monthOf)).toEqual([
    ...['2026-10', '', '', '', ''],
  ])
})

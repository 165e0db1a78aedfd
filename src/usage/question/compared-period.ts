/** The earlier period that a range is held against. */
export type ComparedPeriod =
  | 'previous'
  | 'last-month'
  | 'last-year'
  /** Whole weeks before, so that weekday stands under weekday. */
  | 'last-month-by-weekday'
  | 'last-year-by-weekday'

export const COMPARED_PERIODS: readonly ComparedPeriod[] = [
  'previous',
  'last-month',
  'last-month-by-weekday',
  'last-year',
  'last-year-by-weekday',
]

/** How many days before the same weekday of another month or year is. */
export const WEEKDAY_DAYS: ReadonlyMap<ComparedPeriod, number> = new Map([
  ['last-month-by-weekday', 28],
  ['last-year-by-weekday', 364],
])

/**
 * Which buckets are held against each other: only those that are final (or charged) on both sides,
 * so that late usage never looks like a fall; or all that have begun.
 */
export type Cut = 'settled' | 'all'

export const CUTS: readonly Cut[] = ['settled', 'all']

/** The names of the periods that a range is held against. */
export const PERIOD_NAMES: Readonly<Record<ComparedPeriod, string>> = {
  previous: 'Previous period',
  'last-month': 'A month before',
  'last-month-by-weekday': 'A month before, by weekday',
  'last-year': 'A year before',
  'last-year-by-weekday': 'A year before, by weekday',
}

export const CUT_NAMES: Readonly<Record<Cut, string>> = {
  settled: 'Only what is settled',
  all: 'All so far',
}

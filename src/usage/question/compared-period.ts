/** The earlier period that a range is held against. */
export type ComparedPeriod = 'previous' | 'last-month' | 'last-year'

export const COMPARED_PERIODS: readonly ComparedPeriod[] = ['previous', 'last-month', 'last-year']

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
  'last-year': 'A year before',
}

export const CUT_NAMES: Readonly<Record<Cut, string>> = {
  settled: 'Only what is settled',
  all: 'All so far',
}

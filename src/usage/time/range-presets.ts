import type { TimeRange } from './time-range.ts'

/** The ranges that a picker offers by name: by days, by weeks, by months, by billing months. */
export const PRESETS: readonly TimeRange[] = [
  { kind: 'today' },
  { kind: 'yesterday' },
  { kind: 'last', count: 24, unit: 'hours' },
  { kind: 'last', count: 7, unit: 'days' },
  { kind: 'last', count: 30, unit: 'days' },
  { kind: 'last', count: 90, unit: 'days' },
  { kind: 'thisWeek' },
  { kind: 'lastWeek' },
  { kind: 'last', count: 12, unit: 'weeks' },
  { kind: 'thisMonth' },
  { kind: 'lastMonth' },
  { kind: 'last', count: 18, unit: 'months' },
  { kind: 'thisBillingMonth' },
  { kind: 'lastBillingMonths', count: 1 },
  { kind: 'lastBillingMonths', count: 6 },
]

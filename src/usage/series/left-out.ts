import type { Cut } from '../question/compared-period.ts'
import { amountState } from './amount-state.ts'
import type { Bucket, Measure } from './usage-series.ts'

/** Why a bucket is not compared. */
export type LeftOut =
  | 'noCounterpart'
  | 'notBegun'
  | 'notSettled'
  | 'notCharged'
  | 'beyondRetention'
  | 'notRead'

/** Why an amount may not be held against another. */
export function reasonAgainst(bucket: Bucket, cut: Cut, measure: Measure): LeftOut | undefined {
  const state = amountState(bucket, measure)
  if (bucket.freshness === 'beyondRetention') return 'beyondRetention'
  if (state === 'future') return 'notBegun'
  if (!bucket.known) return 'notRead'
  if (cut === 'settled' && state !== 'final') return 'notSettled'
  // Money grows between what is charged alone: what is missing on either side is no zero.
  return typeof measure === 'object' && bucket.charge !== 'charged' ? 'notCharged' : undefined
}

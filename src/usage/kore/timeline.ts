import { type Interval, intersect } from '../time/interval.ts'
import { chargedUntilOf } from './charge.ts'
import type { Freshness } from './freshness.ts'
import { PRODUCTS, type Product } from './products.ts'
import { retentionStart } from './retention.ts'

/** A stretch of a range that is in one state. */
export interface Segment<S> extends Interval {
  readonly state: S
}

/** How far the charge of a stretch of time can be relied on. */
export type ChargeSegmentState = 'charged' | 'notSureCharged' | 'future'

/**
 * A range cut where its freshness changes: what is no longer kept, what is final, what may still
 * grow, what may be missing, and what has not begun. Oldest first, without gaps.
 */
export function freshnessTimeline(
  range: Interval,
  product: Product,
  now: Date,
): Segment<Freshness>[] {
  const { reportedAfter, completeAfter } = PRODUCTS[product].usageDelay
  return cut(range, [
    ['beyondRetention', retentionStart(now)],
    ['final', new Date(now.getTime() - completeAfter)],
    ['mayStillGrow', new Date(now.getTime() - reportedAfter)],
    ['mayBeMissing', now],
    ['future', FOREVER],
  ])
}

/**
 * A range cut where its charge stops being complete.
 *
 * @param lacksFrom from when on what was read lacks a charge that should be there; undefined for never
 */
export function chargeTimeline(
  range: Interval,
  now: Date,
  lacksFrom?: Date,
): Segment<ChargeSegmentState>[] {
  return cut(range, [
    ['charged', chargedUntilOf(now, lacksFrom)],
    ['notSureCharged', now],
    ['future', FOREVER],
  ])
}

const FOREVER = new Date(8.64e15)

/** @param states each with the moment that it lasts until, earliest first */
function cut<S>(range: Interval, states: readonly (readonly [S, Date])[]): Segment<S>[] {
  return states.flatMap(([state, until], index) => {
    const start = states[index - 1]?.[1] ?? new Date(-8.64e15)
    const part = intersect(range, { start, end: until })
    return part ? [{ ...part, state }] : []
  })
}

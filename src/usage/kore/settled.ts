import { startOfUtcDay } from '../time/calendar.ts'
import { factsOf, type Product } from './products.ts'

/**
 * Milliseconds after the end of a period from which on nothing of it can change: neither its usage nor
 * its charge. Browser and gateway both ask here, so that nothing is kept for good that is still called
 * provisional.
 */
export function settledAfter(product: Product): number {
  const { usageDelay, chargeDelay = 0 } = factsOf(product)
  return Math.max(usageDelay.completeAfter, chargeDelay)
}

/** The midnight before which nothing can change any more. */
export function settledBoundary(product: Product, now: Date): Date {
  return startOfUtcDay(new Date(now.getTime() - settledAfter(product)))
}

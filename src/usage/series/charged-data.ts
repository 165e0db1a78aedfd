import { isChargeIn } from '../kore/charge.ts'
import type { Product } from '../kore/products.ts'
import { addByCurrency } from '../question/money.ts'
import { chargesOf, type UsageRecord } from '../question/usage-record.ts'

/** Data whose charge is known in full, and what it cost. */
export interface ChargedData {
  readonly bytes: number
  /** By currency. */
  readonly cost: ReadonlyMap<string, number>
}

export const NOTHING_CHARGED: ChargedData = { bytes: 0, cost: new Map() }

/**
 * What of a record's data is charged in full: all of it or nothing. A record that tells a charge may tell
 * a part of it alone, for as long as charges of its period can still come in.
 *
 * @param readAt when it was read
 */
export function chargedDataOf(record: UsageRecord, product: Product, readAt: Date): ChargedData {
  const { data } = chargesOf(record)
  if (data.length === 0 || !isChargeIn(record.period, product, readAt)) return NOTHING_CHARGED
  return { bytes: record.data.total, cost: new Map(data) }
}

export function addChargedData(a: ChargedData, b: ChargedData): ChargedData {
  if (b === NOTHING_CHARGED) return a
  return { bytes: a.bytes + b.bytes, cost: addByCurrency(a.cost, b.cost) }
}

import { isChargeIn } from '../kore/charge.ts'
import type { Product } from '../kore/products.ts'
import { addByCurrency } from '../question/money.ts'
import { chargesOf, type UsageRecord } from '../question/usage-record.ts'

/** Usage whose charge is known in full. */
export interface ChargedAmounts {
  /** Of data. */
  readonly bytes: number
  readonly commands: number
  /** What the data of it cost, by currency; Commands are charged apart. */
  readonly cost: ReadonlyMap<string, number>
}

export const NOTHING_CHARGED: ChargedAmounts = { bytes: 0, commands: 0, cost: new Map() }

/**
 * What of a record is charged in full, be it of its data or of its Commands: all of it or nothing. A record
 * that tells a charge may tell a part of it alone, for as long as charges of its period can still come in.
 *
 * @param readAt when it was read
 */
export function chargedAmountsOf(
  record: UsageRecord,
  product: Product,
  readAt: Date,
): ChargedAmounts {
  const { data, commands } = chargesOf(record)
  const isTold = data.length > 0 || commands.length > 0
  if (!isTold || !isChargeIn(record.period, product, readAt)) return NOTHING_CHARGED
  return {
    bytes: data.length > 0 ? record.data.total : 0,
    commands: commands.length > 0 ? record.commands.total : 0,
    cost: new Map(data),
  }
}

export function addChargedAmounts(a: ChargedAmounts, b: ChargedAmounts): ChargedAmounts {
  if (b === NOTHING_CHARGED) return a
  return {
    bytes: a.bytes + b.bytes,
    commands: a.commands + b.commands,
    cost: addByCurrency(a.cost, b.cost),
  }
}

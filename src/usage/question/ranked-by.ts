import { addMoney } from './money.ts'
import { chargesOf, type UsageRecord } from './usage-record.ts'

/** What the members of a group are the largest by: bytes, Commands, or money of one currency. */
export type RankedBy =
  | 'data'
  | 'commands'
  /** Empty for the first currency that there is, by its code. */
  | { readonly currency: string }

/** What each part comes to in records, by what they are ranked by. */
export function totalsByPart(
  records: readonly UsageRecord[],
  rankedBy: RankedBy,
): Map<string, number> {
  const currency = typeof rankedBy === 'object' ? currencyOf(records, rankedBy.currency) : ''
  const totals = new Map<string, number>()
  for (const record of records) {
    const amount =
      typeof rankedBy === 'object' ? chargeIn(record, currency) : record[rankedBy].total
    totals.set(record.part, (totals.get(record.part) ?? 0) + amount)
  }
  return totals
}

function currencyOf(records: readonly UsageRecord[], named: string): string {
  if (named !== '') return named
  const all = new Set(records.flatMap((record) => chargedBy(record).map(([currency]) => currency)))
  return [...all].sort()[0] ?? ''
}

function chargeIn(record: UsageRecord, currency: string): number {
  return chargedBy(record).reduce(
    (sum, [of, amount]) => (of === currency ? addMoney(sum, amount) : sum),
    0,
  )
}

function chargedBy(record: UsageRecord): (readonly [string, number])[] {
  const { data, commands } = chargesOf(record)
  return [...data, ...commands]
}

import type { GigabyteCost } from '#usage/series/series-cost.ts'
import { formatGigabyteBasis } from '#usage/words/series-words.ts'
import { Amount } from './amount.tsx'

/** What a gigabyte costs, and of how much that is known where it is not all. */
export function GigabytePrice({
  gigabyte,
  currency,
  unit,
}: {
  gigabyte: GigabyteCost
  currency: string
  /** What follows the amount, where no heading says it. */
  unit?: string
}) {
  const basis = formatGigabyteBasis(gigabyte)
  return (
    <>
      <Amount amount={gigabyte.cost} measure={{ currency }} />
      {unit}
      {basis && ` ${basis}`}
    </>
  )
}

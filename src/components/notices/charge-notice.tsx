import { rangeCharge } from '#usage/kore/charge.ts'
import type { Interval } from '#usage/time/interval.ts'
import { describeCharge } from '#usage/words/freshness-words.ts'
import { Notice } from './notice.tsx'

/** The billing-lag warning of a range: what is charged, and from when a spending report is safe. */
export function ChargeNotice({
  range,
  asOf,
  now,
}: {
  range: Interval
  /** When the charge was read. */
  asOf: Date
  now: Date
}) {
  const charge = rangeCharge(range, asOf)
  const { title, detail } = describeCharge(charge, range, now)
  return (
    <Notice kind={charge.complete ? 'good' : 'warning'} title={title} label="Billing lag">
      {detail}
    </Notice>
  )
}

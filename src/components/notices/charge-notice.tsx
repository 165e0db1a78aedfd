import type { RangeCharge } from '#usage/kore/charge.ts'
import type { Interval } from '#usage/time/interval.ts'
import { describeCharge } from '#usage/words/freshness-words.ts'
import { Notice } from './notice.tsx'

/** The billing-lag warning of a range: what is charged, and from when a spending report is safe. */
export function ChargeNotice({
  charge,
  range,
  now,
}: {
  /** As it was read. */
  charge: RangeCharge
  range: Interval
  now: Date
}) {
  const { title, detail } = describeCharge(charge, range, now)
  return (
    <Notice kind={charge.complete ? 'good' : 'warning'} title={title} label="Billing lag">
      {detail}
    </Notice>
  )
}

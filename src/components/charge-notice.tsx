import { rangeCharge } from '#usage/charge.ts'
import { describeCharge } from '#usage/freshness-words.ts'
import type { Interval } from '#usage/time-range.ts'
import { Notice } from './notice.tsx'

/** The billing-lag warning of a range: what is charged, and from when a spending report is safe. */
export function ChargeNotice({ range, now }: { range: Interval; now: Date }) {
  const charge = rangeCharge(range, now)
  const { title, detail } = describeCharge(charge, range)
  return (
    <Notice kind={charge.complete ? 'good' : 'warning'} title={title} label="Billing lag">
      {detail}
    </Notice>
  )
}

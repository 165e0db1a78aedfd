import { rangeCharge } from '#usage/kore/charge.ts'
import type { Interval } from '#usage/time/interval.ts'
import { describeCharge } from '#usage/words/freshness-words.ts'
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

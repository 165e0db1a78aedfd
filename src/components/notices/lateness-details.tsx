import type { ReactNode } from 'react'
import { rangeCharge } from '#usage/kore/charge.ts'
import { rangeFreshness } from '#usage/kore/freshness.ts'
import type { Product } from '#usage/kore/products.ts'
import { chargeTimeline, freshnessTimeline } from '#usage/kore/timeline.ts'
import type { Interval } from '#usage/time/interval.ts'
import {
  CHARGE_SEGMENT_NAMES,
  describeLateness,
  FRESHNESS_NAMES,
} from '#usage/words/freshness-words.ts'
import { ChargeNotice } from './charge-notice.tsx'
import { DetailLine } from './detail-line.tsx'
import { FreshnessNotice } from './freshness-notice.tsx'
import classes from './lateness-details.module.css'
import { Notice } from './notice.tsx'
import { Timeline } from './timeline.tsx'

/** What has to be said before all else of numbers that are no answer, or not all of it. */
export interface OddStanding {
  readonly kind: 'warning' | 'info'
  readonly title: string
  readonly detail: ReactNode
}

/** How late the usage of a range and its charge can be: in one line, and in full for who opens it. */
export function LatenessDetails({
  product,
  charged,
  interval,
  asOf,
  chargeLacksFrom,
  now,
  odd,
  children,
}: {
  /** Whose usage is complete last. */
  product: Product
  /** Whether any of it is charged late. */
  charged: boolean
  interval: Interval
  /** When the usage was read. */
  asOf: Date
  /** From when on it lacks a charge that should be there; undefined for never. */
  chargeLacksFrom: Date | undefined
  now: Date
  odd: OddStanding | undefined
  /** What stands at the line's end. */
  children?: ReactNode
}) {
  const freshness = rangeFreshness(interval, product, asOf)
  const charge = charged ? rangeCharge(interval, asOf, chargeLacksFrom) : undefined
  const line = odd?.title ?? describeLateness(freshness, charge, now)
  const isGood = !odd && freshness.state === 'final' && (charge?.complete ?? true)
  return (
    <DetailLine kind={isGood ? 'good' : (odd?.kind ?? 'warning')} line={line} aside={children}>
      <div className={classes.notices}>
        {odd ? (
          <Notice kind={odd.kind} label="Data delay" title={odd.title}>
            {odd.detail}
          </Notice>
        ) : (
          <>
            <FreshnessNotice freshness={freshness} now={now} />
            {charge && <ChargeNotice charge={charge} range={interval} now={now} />}
          </>
        )}
      </div>
      <div className={classes.timelines}>
        <Timeline
          title="Usage"
          segments={freshnessTimeline(interval, product, asOf)}
          names={FRESHNESS_NAMES}
        />
        {charged && (
          <Timeline
            title="Charge"
            segments={chargeTimeline(interval, asOf, chargeLacksFrom)}
            names={CHARGE_SEGMENT_NAMES}
          />
        )}
      </div>
    </DetailLine>
  )
}

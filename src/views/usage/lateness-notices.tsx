import { ChargeNotice } from '#components/notices/charge-notice.tsx'
import { FreshnessNotice } from '#components/notices/freshness-notice.tsx'
import { Timeline } from '#components/notices/timeline.tsx'
import { rangeFreshness } from '#usage/kore/freshness.ts'
import { factsOf, type Product } from '#usage/kore/products.ts'
import { chargeTimeline, freshnessTimeline } from '#usage/kore/timeline.ts'
import type { Interval } from '#usage/time/interval.ts'
import { CHARGE_SEGMENT_NAMES, FRESHNESS_NAMES } from '#usage/words/freshness-words.ts'
import classes from '../common/controls.module.css'

/** How late the usage of a range and its charge can be: in short, and as a timeline for who opens it. */
export function LatenessNotices({
  product,
  interval,
  now,
}: {
  product: Product
  interval: Interval
  now: Date
}) {
  const charged = factsOf(product).chargeDelay !== undefined
  return (
    <div>
      <div className={classes.notices}>
        <FreshnessNotice freshness={rangeFreshness(interval, product, now)} now={now} />
        {charged && <ChargeNotice range={interval} now={now} />}
      </div>
      <details className={classes.timeline}>
        <summary>Timeline of the range (UTC)</summary>
        <Timeline
          title="Usage"
          segments={freshnessTimeline(interval, product, now)}
          names={FRESHNESS_NAMES}
        />
        {charged && (
          <Timeline
            title="Charge"
            segments={chargeTimeline(interval, now)}
            names={CHARGE_SEGMENT_NAMES}
          />
        )}
      </details>
    </div>
  )
}

import { ChargeNotice } from '#components/notices/charge-notice.tsx'
import { FreshnessNotice } from '#components/notices/freshness-notice.tsx'
import { Notice } from '#components/notices/notice.tsx'
import { RangeControl } from '#components/range/range-control.tsx'
import type { SimsSearch } from '#url/sims-search.ts'
import type { Search } from '#url/use-search.ts'
import { rangeFreshness } from '#usage/kore/freshness.ts'
import { DEFAULT_PRODUCT, factsOf, type Product } from '#usage/kore/products.ts'
import { RETENTION_MONTHS, retentionStart } from '#usage/kore/retention.ts'
import { sameInDays } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatInterval, formatMoment } from '#usage/time/moment.ts'
import { resolveRange } from '#usage/time/time-range.ts'
import classes from '../common/controls.module.css'

/** The range whose usage a list tells, in whole days, and how late that can be. */
export function SimListRange({
  state: { search, change },
  products,
  interval,
  failed,
  asOf,
  now,
}: {
  state: Search<SimsSearch>
  products: readonly Product[]
  interval: Interval
  /** Whether usage of it could not be loaded, so that nothing below is all there. */
  failed: boolean
  /** When the oldest usage in the list that may still change was read. */
  asOf: Date
  now: Date
}) {
  const latest = latestOf(products)
  return (
    <div className={classes.dates}>
      <RangeControl
        range={search.range}
        interval={interval}
        oldest={retentionStart(now)}
        now={now}
        onChange={(range) => change({ range })}
      />
      <div className={classes.notices}>
        {sameInDays(resolveRange(search.range, now), now) === undefined && (
          <Notice
            kind="info"
            label="Whole days"
            title={`Usage and cost in this list are of whole days: ${formatInterval(interval)} UTC.`}
          >
            Each SIM is asked for by the day. Its own page tells its hours.
          </Notice>
        )}
        {failed ? (
          <Notice kind="warning" label="Data delay" title="Not all loaded">
            What is missing is told below.
          </Notice>
        ) : (
          <>
            <FreshnessNotice freshness={rangeFreshness(interval, latest, asOf)} now={now} />
            {products.some((product) => factsOf(product).chargeDelay !== undefined) && (
              <ChargeNotice range={interval} asOf={asOf} now={now} />
            )}
          </>
        )}
        {interval.start < retentionStart(now) && (
          <Notice
            kind="info"
            label="Retention"
            title={`Usage before ${formatMoment(retentionStart(now))} is not counted.`}
          >
            KORE keeps usage for {RETENTION_MONTHS} months.
          </Notice>
        )}
      </div>
    </div>
  )
}

/** Of several products the one whose usage is complete last. */
function latestOf(products: readonly Product[]): Product {
  return products.reduce(
    (latest, product) =>
      factsOf(product).usageDelay.completeAfter > factsOf(latest).usageDelay.completeAfter
        ? product
        : latest,
    products[0] ?? DEFAULT_PRODUCT,
  )
}

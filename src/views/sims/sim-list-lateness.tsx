import { LatenessDetails } from '#components/notices/lateness-details.tsx'
import { Notice } from '#components/notices/notice.tsx'
import { DEFAULT_PRODUCT, factsOf, type Product } from '#usage/kore/products.ts'
import { RETENTION_MONTHS, retentionStart } from '#usage/kore/retention.ts'
import { sameInDays } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatInterval, formatMoment } from '#usage/time/moment.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { resolveRange } from '#usage/time/time-range.ts'

/** How late the usage that a list tells can be, and what of its range it tells. */
export function SimListLateness({
  range,
  products,
  interval,
  failed,
  asOf,
  now,
}: {
  range: TimeRange
  products: readonly Product[]
  interval: Interval
  /** Whether usage of it could not be loaded, so that nothing below is all there. */
  failed: boolean
  /** When the oldest usage in the list that may still change was read. */
  asOf: Date
  now: Date
}) {
  return (
    <>
      <LatenessDetails
        product={latestOf(products)}
        charged={products.some((product) => factsOf(product).chargeDelay !== undefined)}
        {...{ interval, asOf, now }}
        odd={failed ? NOT_ALL : undefined}
      />
      {sameInDays(resolveRange(range, now), now) === undefined && (
        <Notice
          kind="info"
          label="Whole days"
          title={`Usage and cost in this list are of whole days: ${formatInterval(interval)} UTC.`}
        >
          Each SIM is asked for by the day. Its own page tells its hours.
        </Notice>
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
    </>
  )
}

const NOT_ALL = {
  kind: 'warning',
  title: 'Not all loaded',
  detail: 'What is missing is told below.',
} as const

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

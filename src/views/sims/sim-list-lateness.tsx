import { memo } from 'react'
import { LatenessDetails } from '#components/notices/lateness-details.tsx'
import { Notice } from '#components/notices/notice.tsx'
import type { Product } from '#usage/kore/products.ts'
import { RETENTION_MONTHS, retentionStart } from '#usage/kore/retention.ts'
import { sameInDays } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatInterval, formatMoment } from '#usage/time/moment.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { isBillingRange, resolveRange } from '#usage/time/time-range.ts'

/**
 * How late the usage that a list tells can be, and what of its range it tells. It is drawn anew only if that
 * changes, and not for each letter that is searched for.
 */
export const SimListLateness = memo(function SimListLateness({
  range,
  product,
  charged,
  interval,
  failed,
  asOf,
  chargeLacksFrom,
  now,
}: {
  range: TimeRange
  /** Whose usage is complete last. */
  product: Product
  /** Whether any of it is charged late. */
  charged: boolean
  interval: Interval
  /** Whether usage of it could not be loaded, so that nothing below is all there. */
  failed: boolean
  /** When the oldest usage in the list that may still change was read. */
  asOf: Date
  /** From when on it lacks a charge that should be there; undefined for never. */
  chargeLacksFrom: Date | undefined
  now: Date
}) {
  return (
    <>
      <LatenessDetails
        {...{ product, charged, interval, asOf, chargeLacksFrom, now }}
        odd={failed ? NOT_ALL : undefined}
      />
      {!isBillingRange(range) && sameInDays(resolveRange(range, now), now) === undefined && (
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
})

const NOT_ALL = {
  kind: 'warning',
  title: 'Not all loaded',
  detail: 'What is missing is told below.',
} as const

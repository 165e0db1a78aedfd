import { ChargeNotice } from '#components/notices/charge-notice.tsx'
import { FreshnessNotice } from '#components/notices/freshness-notice.tsx'
import { Notice } from '#components/notices/notice.tsx'
import { Timeline } from '#components/notices/timeline.tsx'
import { rangeFreshness } from '#usage/kore/freshness.ts'
import { factsOf, PRODUCTS, type Product } from '#usage/kore/products.ts'
import { chargeTimeline, freshnessTimeline } from '#usage/kore/timeline.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { CHARGE_SEGMENT_NAMES, FRESHNESS_NAMES } from '#usage/words/freshness-words.ts'
import classes from '../common/controls.module.css'
import { type Standing, type StandingBoard, useStanding } from './standing.ts'

interface AskedRange {
  readonly product: Product
  readonly interval: Interval
  readonly now: Date
}

/**
 * How late the usage of a range and its charge can be: in short, and as a timeline for who opens it. It
 * is said of the numbers below, by when they were read; while there are none, of the range.
 */
export function LatenessNotices({
  product,
  interval,
  now,
  standing: board,
}: AskedRange & { standing: StandingBoard }) {
  const standing = useStanding(board)
  const charged = factsOf(product).chargeDelay !== undefined
  const asOf = judgedAt(standing, interval, now)
  return (
    <div>
      <div className={classes.notices}>
        {standing && standing.kind !== 'numbers' ? (
          <NothingNotice standing={standing} />
        ) : standing?.lacking ? (
          <LackingNotice />
        ) : (
          <>
            <FreshnessNotice freshness={rangeFreshness(interval, product, asOf)} now={now} />
            {charged && <ChargeNotice range={interval} asOf={asOf} now={now} />}
          </>
        )}
      </div>
      <details className={classes.timeline}>
        <summary>Timeline of the range (UTC)</summary>
        <Timeline
          title="Usage"
          segments={freshnessTimeline(interval, product, asOf)}
          names={FRESHNESS_NAMES}
        />
        {charged && (
          <Timeline
            title="Charge"
            segments={chargeTimeline(interval, asOf)}
            names={CHARGE_SEGMENT_NAMES}
          />
        )}
      </details>
    </div>
  )
}

/** What has begun since anything of it was read is judged as what is read now. */
function judgedAt(standing: Standing | undefined, { start }: Interval, now: Date): Date {
  if (standing?.kind !== 'numbers') return now
  return standing.asOf < start && start <= now ? now : standing.asOf
}

/** Says that what stands below is no answer. */
function NothingNotice({ standing }: { standing: Exclude<Standing, { kind: 'numbers' }> }) {
  if (standing.kind === 'failed') {
    return (
      <Notice kind="warning" label="Data delay" title="Not loaded">
        How final this range is can be told once its numbers are there.
      </Notice>
    )
  }
  const { product, interval } = standing
  return (
    <Notice kind="info" label="Data delay" title="Loading">
      The numbers below still answer the question before: {PRODUCTS[product].name},{' '}
      {formatInterval(interval)} UTC.
    </Notice>
  )
}

function LackingNotice() {
  return (
    <Notice kind="warning" label="Data delay" title="Not all loaded">
      What is missing is told below; each number that is there tells its own state.
    </Notice>
  )
}

import {
  IconAlertTriangle,
  IconChevronDown,
  IconCircleCheck,
  IconInfoCircle,
} from '@tabler/icons-react'
import { AsOf } from '#components/notices/as-of.tsx'
import { ChargeNotice } from '#components/notices/charge-notice.tsx'
import { FreshnessNotice } from '#components/notices/freshness-notice.tsx'
import { Notice } from '#components/notices/notice.tsx'
import { Timeline } from '#components/notices/timeline.tsx'
import { rangeCharge } from '#usage/kore/charge.ts'
import { rangeFreshness } from '#usage/kore/freshness.ts'
import { factsOf, PRODUCTS, type Product } from '#usage/kore/products.ts'
import { chargeTimeline, freshnessTimeline } from '#usage/kore/timeline.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatInterval } from '#usage/time/moment.ts'
import {
  CHARGE_SEGMENT_NAMES,
  describeLateness,
  FRESHNESS_NAMES,
} from '#usage/words/freshness-words.ts'
import classes from './lateness-line.module.css'
import { type Standing, type StandingBoard, useStanding } from './standing.ts'

interface AskedRange {
  readonly product: Product
  readonly interval: Interval
  readonly now: Date
}

/**
 * How late the usage of a range and its charge can be: in one line, and in full with a timeline for who
 * opens it. It is said of the numbers below, by when they were read; while there are none, of the range.
 */
export function LatenessLine({
  product,
  interval,
  now,
  standing: board,
}: AskedRange & { standing: StandingBoard }) {
  const standing = useStanding(board)
  const charged = factsOf(product).chargeDelay !== undefined
  const asOf = judgedAt(standing, interval, now)
  const freshness = rangeFreshness(interval, product, asOf)
  const charge = charged ? rangeCharge(interval, asOf) : undefined
  const odd = oddityOf(standing)
  const line = odd?.title ?? describeLateness(freshness, charge, now)
  const isGood = !odd && freshness.state === 'final' && (charge?.complete ?? true)
  const Icon = isGood ? IconCircleCheck : odd?.kind === 'info' ? IconInfoCircle : IconAlertTriangle
  return (
    <div className={classes.line}>
      <details className={classes.details}>
        <summary className={classes.summary} data-good={isGood} title={line}>
          <Icon size={16} stroke={1.8} aria-hidden className={classes.icon} />
          <span className={classes.words}>{line}</span>
          <IconChevronDown size={14} aria-hidden className={classes.opens} />
        </summary>
        <div className={classes.full}>
          <div className={classes.notices}>
            {odd ? (
              <Notice kind={odd.kind} label="Data delay" title={odd.title}>
                {odd.detail}
              </Notice>
            ) : (
              <>
                <FreshnessNotice freshness={freshness} now={now} />
                {charged && <ChargeNotice range={interval} asOf={asOf} now={now} />}
              </>
            )}
          </div>
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
        </div>
      </details>
      {standing && standing.kind !== 'failed' && (
        <AsOf readAt={standing.readAt} busy={standing.fetching} onRefresh={() => board.refresh()} />
      )}
    </div>
  )
}

/** What has begun since anything of it was read is judged as what is read now. */
function judgedAt(standing: Standing | undefined, { start }: Interval, now: Date): Date {
  if (standing?.kind !== 'numbers') return now
  return standing.asOf < start && start <= now ? now : standing.asOf
}

/** What has to be said first where what stands below is no answer, or not all of it. */
function oddityOf(standing: Standing | undefined) {
  if (!standing) return undefined
  switch (standing.kind) {
    case 'failed':
      return {
        kind: 'warning' as const,
        title: 'Not loaded',
        detail: 'How final this range is can be told once its numbers are there.',
      }
    case 'earlier':
      return {
        kind: 'info' as const,
        title: `Loading. The numbers below still answer the question before: ${PRODUCTS[standing.product].name}, ${formatInterval(standing.interval)} UTC`,
        detail: undefined,
      }
    case 'numbers':
      return standing.lacking
        ? {
            kind: 'warning' as const,
            title: 'Not all loaded',
            detail: 'What is missing is told below; each number that is there tells its own state.',
          }
        : undefined
  }
}

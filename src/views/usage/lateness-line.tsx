import { AsOf } from '#components/notices/as-of.tsx'
import { LatenessDetails, type OddStanding } from '#components/notices/lateness-details.tsx'
import { factsOf, PRODUCTS, type Product } from '#usage/kore/products.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatInterval } from '#usage/time/moment.ts'
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
  return (
    <LatenessDetails
      {...{ product, interval, now }}
      charged={factsOf(product).chargeDelay !== undefined}
      asOf={judgedAt(standing, interval, now)}
      chargeLacksFrom={standing?.kind === 'numbers' ? standing.chargeLacksFrom : undefined}
      odd={oddityOf(standing)}
    >
      {standing && standing.kind !== 'failed' && (
        <AsOf readAt={standing.readAt} busy={standing.fetching} onRefresh={() => board.refresh()} />
      )}
    </LatenessDetails>
  )
}

/** What has begun since anything of it was read is judged as what is read now. */
function judgedAt(standing: Standing | undefined, { start }: Interval, now: Date): Date {
  if (standing?.kind !== 'numbers') return now
  return standing.asOf < start && start <= now ? now : standing.asOf
}

/** What has to be said first where what stands below is no answer, or not all of it. */
function oddityOf(standing: Standing | undefined): OddStanding | undefined {
  if (!standing) return undefined
  switch (standing.kind) {
    case 'failed':
      return {
        kind: 'warning',
        title: 'Not loaded',
        detail: 'How final this range is can be told once its numbers are there.',
      }
    case 'earlier':
      return {
        kind: 'info',
        title: `Loading. The numbers below still answer the question before: ${PRODUCTS[standing.product].name}, ${formatInterval(standing.interval)} UTC`,
        detail: undefined,
      }
    case 'numbers':
      return standing.lacking
        ? {
            kind: 'warning',
            title: 'Not all loaded',
            detail: 'What is missing is told below; each number that is there tells its own state.',
          }
        : undefined
  }
}

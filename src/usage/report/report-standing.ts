import { CHARGE_DELAY } from '../kore/charge.ts'
import { factsOf } from '../kore/products.ts'
import { ANY_MONEY, seriesState } from '../series/amount-state.ts'
import type { UsageSeries } from '../series/usage-series.ts'
import { earliest } from '../time/earliest.ts'
import type { Interval } from '../time/interval.ts'
import { tellsNoCharge } from './report-questions.ts'

/**
 * How far a report can be relied on.
 * - `future`: its month has not begun
 * - `loading`: not all of it is there yet
 * - `incomplete`: some of it could not be read
 * - `running`: its month has not ended
 * - `preliminary`: it has, and its usage or its charge may still grow, or was read before it could not
 * - `lacking`: a charge is missing that should be there
 * - `final`: nothing of it can change any more
 */
export type StandingKind =
  | 'future'
  | 'loading'
  | 'incomplete'
  | 'running'
  | 'preliminary'
  | 'lacking'
  | 'final'

export interface ReportStanding {
  readonly kind: StandingKind
  /** From when on all of its usage is final, and when all of its charges should be in, UTC. */
  readonly usageFinalAt: Date
  readonly chargedInFullAt: Date | undefined
  readonly usageIsFinal: boolean
  readonly isChargedInFull: boolean
  /** From when on usage lacks a charge that should be there; undefined for never. */
  readonly lacksFrom: Date | undefined
  /** When the oldest of what can still change was read. */
  readonly asOf: Date
}

/** What a report shows, as far as its standing goes. */
interface ShownReport {
  readonly month: Interval
  /** Every series of the month of which a number stands in the report; those that are not there are left out. */
  readonly series: readonly UsageSeries[]
  readonly loading: boolean
  /** Whether something could not be read. */
  readonly failed: boolean
}

/**
 * How far a report can be relied on: judged by what was read, when it was read, with the rules of every
 * other page, and by nothing that the clock says alone.
 *
 * @param now the present
 */
export function reportStanding(
  { month, series, loading, failed }: ShownReport,
  now: Date,
): ReportStanding {
  const usageIsFinal = series.every((one) => seriesState(one, 'data') === 'final')
  const charged = series.filter((one) => !tellsNoCharge(one))
  const isChargedInFull = charged.every((one) => seriesState(one, ANY_MONEY) === 'final')
  const lacksFrom = earliest(series.flatMap((one) => lackingFrom(one) ?? []))
  const hasLateCharge = series.some(({ product }) => factsOf(product).chargeDelay !== undefined)
  const finalTimes = series.map(({ freshness }) => freshness.finalAt.getTime())
  const standing = {
    usageFinalAt: new Date(Math.max(month.end.getTime(), ...finalTimes)),
    chargedInFullAt: hasLateCharge ? new Date(month.end.getTime() + CHARGE_DELAY) : undefined,
    ...{ usageIsFinal, isChargedInFull, lacksFrom },
    asOf: new Date(Math.min(now.getTime(), ...series.map(({ asOf }) => asOf.getTime()))),
  }
  const kindOf = (): StandingKind => {
    if (now < month.start) return 'future'
    if (loading) return 'loading'
    if (failed || series.length === 0 || series.some(({ complete }) => !complete)) {
      return now < month.end ? 'running' : 'incomplete'
    }
    if (now < month.end) return 'running'
    if (usageIsFinal && isChargedInFull) return 'final'
    return usageIsFinal && lacksFrom ? 'lacking' : 'preliminary'
  }
  return { ...standing, kind: kindOf() }
}

/** Where its charge comes with the usage, usage that is final and has none lacks it. */
function lackingFrom(series: UsageSeries): Date | undefined {
  if (tellsNoCharge(series)) return undefined
  if (factsOf(series.product).chargeDelay !== undefined) return series.chargeLacksFrom
  return series.buckets.find(
    ({ charge, freshness }) => charge !== 'charged' && freshness === 'final',
  )?.start
}

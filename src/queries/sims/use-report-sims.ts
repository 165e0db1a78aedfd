import { queryOptions, useQuery } from '@tanstack/react-query'
import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { isSummedBySim, type Product } from '#usage/kore/products.ts'
import { type PlanUsage, sumByPlan } from '#usage/report/plan-usage.ts'
import type { ComparedStretch } from '#usage/report/report-month.ts'
import { type ReportedSim, rankReportedSims, type SimsOfReport } from '#usage/report/report-sims.ts'
import { MOST_UNASKED, tellsOfAll } from '#usage/sims/gathering.ts'
import { MOST_GATHERED } from '#usage/sims/most-gathered.ts'
import { amountsOfDays, countSimRequests, limitedBytesOfDays } from '#usage/sims/sim-days.ts'
import { amountsOfSim } from '#usage/sims/sim-sums.ts'
import type { Interval } from '#usage/time/interval.ts'
import { computedKey, identityOf } from '../query-key.ts'
import { runInSlices } from './run-in-slices.ts'
import { type Gathering, useGatheredDays } from './use-gathered-days.ts'
import { isThere, planSums, type ReadSums, useSimSums } from './use-sim-sums.ts'
import { type AccountSims, type Plans, type Sim, usePlans, useSims } from './use-sims.ts'

/** What is told of every SIM of a product. */
interface FoundSims {
  readonly ranked: SimsOfReport<Sim>
  readonly plans: readonly PlanUsage[]
}

/** The SIMs of a report, and how far they have been asked for. */
export interface ReportSims {
  readonly list: AccountSims
  readonly plans: Plans
  /** Undefined until enough is there to tell of all. */
  readonly found: FoundSims | undefined
  /** Of products whose SIMs have to be asked one by one; undefined where all come at once. */
  readonly gathering: Gathering | undefined
  /** Whether there are more SIMs than are asked one by one. */
  readonly isTooMany: boolean
  /** How many requests it takes, and whether they wait for their reader's word. */
  readonly work: number
  readonly waits: boolean
  readonly error: UpstreamError | undefined
  readonly fetching: boolean
  /** From when on what was read lacks a charge that should be there. */
  readonly chargeLacksFrom: Date | undefined
  retry(): void
}

/**
 * What each SIM used in a stretch of a month and in the one before: from sums over all of them where the
 * product tells such, else SIM by SIM.
 *
 * @param stretch settled days alone; undefined asks for nothing
 */
export function useReportSims(
  product: Product,
  accounts: readonly string[],
  stretch: ComparedStretch | undefined,
  gather: 'auto' | 'on' | 'paused',
  now: Date,
): ReportSims {
  const list = useSims(stretch ? accounts : [], [product])
  const plans = usePlans(accounts, [product])
  const summed = isSummedBySim(product) && stretch !== undefined
  const work = summed
    ? [stretch.later, stretch.earlier].flatMap((of) => planSums(accounts, of, {}, now)).length
    : 0
  const waitsForSums = gather !== 'on' && work > MOST_UNASKED
  const wanted = summed && !waitsForSums
  const later = useSimSums(accounts, wanted ? stretch.later : undefined, now)
  const earlier = useSimSums(accounts, wanted ? stretch.earlier : undefined, now)
  const alone = stretch !== undefined && (!summed || later.refused || earlier.refused)
  const isListed = list.complete || list.failures.length > 0
  const sims = alone && isListed ? (list.pages ?? []).flat() : []
  const isTooMany = sims.length > MOST_GATHERED
  const days = stretch && { start: stretch.earlier.start, end: stretch.later.end }
  const gatherWork = days ? countSimRequests(sims, days, now) : 0
  const waitsForSims = gather !== 'on' && gatherWork > MOST_UNASKED
  const gathering = useGatheredDays(
    { sims: isTooMany ? [] : sims, sources: list.sources, choice: {} },
    days ?? NO_DAYS,
    now,
    alone && gather !== 'paused' && !waitsForSims,
  )
  const answers = alone
    ? tellsOfAll(gathering.days.size, gathering.failures.size, sims.length) && sims.length > 0
      ? readGathered(gathering, stretch)
      : undefined
    : isThere(later) && isThere(earlier)
      ? readSums(later, earlier)
      : undefined
  const { data } = useQuery(
    foundSimsQuery(list, plans, isListed && !isTooMany ? answers : undefined, stretch),
  )
  return {
    ...{ list, plans, isTooMany },
    found: answers && data,
    gathering: alone ? gathering : undefined,
    work: alone ? gatherWork : work,
    waits: alone ? waitsForSims && gathering.days.size < sims.length : waitsForSums,
    error: alone
      ? list.failures[0]?.error
      : (later.error ?? earlier.error ?? list.failures[0]?.error),
    fetching: list.fetching || later.fetching || earlier.fetching || gathering.running,
    chargeLacksFrom: later.chargeLacksFrom,
    retry: () => {
      list.retry()
      later.retry()
      earlier.retry()
      if (alone) gathering.retry()
    },
  }
}

const NO_DAYS: Interval = { start: new Date(0), end: new Date(0) }

/** Where the numbers of SIMs are read from. */
interface SimAnswers {
  /** The same objects for as long as they say the same. */
  readonly madeFrom: readonly object[]
  /** Undefined for a SIM of which nothing was read. */
  read(sim: Sim, plans: Plans): ReportedSim<Sim> | undefined
}

function readSums(later: ReadSums, earlier: ReadSums): SimAnswers {
  return {
    madeFrom: [...later.sums, ...earlier.sums],
    read: (sim, plans) => {
      const now = amountsOfSim(later.sums, sim.sid)
      return {
        ...{ sim, later: now, earlier: amountsOfSim(earlier.sums, sim.sid) },
        limits: limitsOf(sim, plans)?.map((limit) => ({ limit, used: now.data.total })),
      }
    },
  }
}

function readGathered({ days }: Gathering, stretch: ComparedStretch): SimAnswers {
  return {
    madeFrom: [days],
    read: (sim, plans) => {
      const own = days.get(sim.sid)
      if (!own) return undefined
      return {
        sim,
        later: amountsOfDays(own, stretch.later),
        earlier: amountsOfDays(own, stretch.earlier),
        limits: limitsOf(sim, plans)?.map((limit) => ({
          limit,
          used: limitedBytesOfDays(own, stretch.later, limit.part),
        })),
      }
    },
  }
}

/** The limits of a SIM; undefined where they are not known. */
function limitsOf({ planSid }: Sim, plans: Plans) {
  return planSid === '' ? [] : plans.get(planSid)?.limits
}

function foundSimsQuery(
  { pages = [], sources }: AccountSims,
  plans: Plans,
  answers: SimAnswers | undefined,
  stretch: ComparedStretch | undefined,
) {
  const eachSim = function* () {
    for (const sim of pages.flat()) {
      const read = answers?.read(sim, plans)
      if (read) yield read
    }
  }
  return queryOptions<FoundSims>({
    queryKey: computedKey(
      'report-sims',
      sources,
      identityOf(plans),
      answers?.madeFrom.map(identityOf) ?? [],
      stretch,
    ),
    queryFn: async ({ signal }) => ({
      ranked: await runInSlices(rankReportedSims(eachSim()), signal),
      plans: await runInSlices(sumByPlan(eachSim()), signal),
    }),
    enabled: answers !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  })
}

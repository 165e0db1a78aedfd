import {
  CancelledError,
  hashKey,
  type QueryClient,
  queryOptions,
  experimental_streamedQuery as streamedQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import pLimit from 'p-limit'
import { useEffect } from 'react'
import { type UpstreamError, upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { PRODUCT_KEYS } from '#usage/kore/products.ts'
import { settledBoundary } from '#usage/kore/settled.ts'
import { type Oddity, sumOddities } from '#usage/question/oddity.ts'
import { GATHERED_AT_ONCE, markPace, type Pace, timeLeft } from '#usage/sims/gathering.ts'
import { type AskedSim, planSimDays, type ReadSimDays } from '#usage/sims/sim-days.ts'
import type { Interval } from '#usage/time/interval.ts'
import { helpAgainst, restBefore } from '../again/rests.ts'
import { computedKey, type Source } from '../query-key.ts'
import { USAGE_KEPT_FOR } from '../usage/usage.ts'
import { simDaysQuery } from './sim-usage.ts'

/** After as long what has come in is shown. */
const SHOW_EVERY_MILLISECONDS = 300
/** After as many failures that time could have cured a SIM is left out, until the others are there. */
const MOST_TRIES = 5

/** What has been gathered of some SIMs, one by one. */
export interface GatheredDays {
  /** By SID. */
  readonly days: ReadonlyMap<string, readonly ReadSimDays[]>
  readonly failures: ReadonlyMap<string, UpstreamError>
  /** What was odd in the answers, one for each kind. */
  readonly oddities: readonly Oddity[]
  readonly pace: Pace
  /** Why the latest answer has not come in, while it is waited for; undefined where all goes well. */
  readonly waitsFor: UpstreamError | undefined
}

/** A gathering and what can be done with it. */
export interface Gathering extends GatheredDays {
  readonly asked: number
  readonly running: boolean
  /** Milliseconds until all is there; undefined while that is not known. */
  readonly left: number | undefined
  /** Tries again what failed. */
  retry(): void
}

/** Some SIMs of some lists. */
export interface ChosenSims {
  readonly sims: readonly AskedSim[]
  /** The pages that they were chosen from. */
  readonly sources: readonly Source[]
  /** What decides which of them they are; plain values. */
  readonly choice: Readonly<Record<string, unknown>>
}

const NOTHING: GatheredDays = {
  days: new Map(),
  failures: new Map(),
  oddities: [],
  pace: [],
  waitsFor: undefined,
}

/** What some SIMs used day by day, gathered SIM by SIM; asked again, it goes on where it was. */
export function gatheredDaysQuery(
  { sims, sources, choice }: ChosenSims,
  interval: Interval,
  now: Date,
) {
  return queryOptions({
    queryKey: computedKey('gathered-days', sources, choice, interval, isSettled(interval, now)),
    queryFn: streamedQuery<GatheredDays, GatheredDays>({
      streamFn: ({ signal, client, queryKey }) => {
        const known = client.getQueryData<GatheredDays>(queryKey)?.days
        const missing = sims.filter(({ sid }) => !known?.has(sid))
        return gather(client, missing, interval, now, signal)
      },
      refetchMode: 'append',
      initialValue: NOTHING,
      reducer: (before, batch) => ({
        days: new Map([...before.days, ...batch.days]),
        failures: new Map(
          [...before.failures, ...batch.failures].filter(([sid]) => !batch.days.has(sid)),
        ),
        oddities: sumOddities([...before.oddities, ...batch.oddities]),
        pace: batch.pace,
        waitsFor: batch.waitsFor,
      }),
    }),
    // Whoever comes back to a part of it has the rest gathered, too.
    staleTime: ({ state: { data } }) =>
      (data?.days.size ?? 0) < sims.length ? 0 : Number.POSITIVE_INFINITY,
    gcTime: USAGE_KEPT_FOR,
    structuralSharing: false,
  })
}

/**
 * Gathers what some SIMs used day by day, where the API has no way to ask for all of them at once. It
 * goes on from where it was, and asks for nothing settled twice.
 *
 * @param interval on midnights UTC
 * @param wanted whether it is to begin, or to go on; false holds it
 */
export function useGatheredDays(
  chosen: ChosenSims,
  interval: Interval,
  now: Date,
  wanted: boolean,
): Gathering {
  const client = useQueryClient()
  const { sims } = chosen
  const query = gatheredDaysQuery(chosen, interval, now)
  const {
    data = NOTHING,
    isFetching,
    refetch,
  } = useQuery({
    ...query,
    enabled: wanted && sims.length > 0,
  })
  const key = hashKey(query.queryKey)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key is as new as what it says
  useEffect(() => {
    if (!wanted) client.cancelQueries({ queryKey: query.queryKey }, { revert: false })
  }, [client, key, wanted])
  return {
    ...data,
    asked: sims.length,
    running: isFetching,
    left: isFetching ? timeLeft(data.pace, sims.length - data.days.size) : undefined,
    retry: () => {
      refetch()
    },
  }
}

/** What was gathered while a range could still change is not what it comes to in the end. */
function isSettled({ end }: Interval, now: Date): boolean {
  return PRODUCT_KEYS.every((product) => end <= settledBoundary(product, now))
}

/** Gathers SIM by SIM, and gives what has come in from time to time. */
async function* gather(
  client: QueryClient,
  sims: readonly AskedSim[],
  interval: Interval,
  now: Date,
  signal: AbortSignal,
): AsyncGenerator<GatheredDays> {
  const limited = pLimit(GATHERED_AT_ONCE)
  let [days, failures] = [new Map<string, ReadSimDays[]>(), new Map<string, UpstreamError>()]
  let [pace, done]: [Pace, number] = [markPace([], 0, Date.now()), 0]
  let [waitsFor, told]: [UpstreamError | undefined, UpstreamError | undefined] = [
    undefined,
    undefined,
  ]
  const work = sims.map((sim) =>
    limited(async () => {
      if (signal.aborted) return
      const isAsked = !isThere(client, sim, interval, now)
      const read = await readPatiently(client, sim, interval, now, signal, (error) => {
        waitsFor = error
      })
      if (Array.isArray(read)) {
        days.set(sim.sid, read)
        waitsFor = undefined
      } else if (!signal.aborted) failures.set(sim.sid, read)
      // What was there already tells nothing of KORE's pace.
      if (isAsked) done += 1
    }),
  )
  let finished = false
  const all = Promise.all(work).finally(() => {
    finished = true
  })
  while (!finished && !signal.aborted) {
    await Promise.race([all, wait(SHOW_EVERY_MILLISECONDS, signal)])
    if (days.size + failures.size === 0 && waitsFor === told) continue
    pace = markPace(pace, done, Date.now())
    told = waitsFor
    const oddities = sumOddities([...days.values()].flat().flatMap((one) => one.oddities))
    yield { days, failures, oddities, pace, waitsFor }
    days = new Map()
    failures = new Map()
  }
}

/** Whether nothing has to be asked for. */
function isThere(client: QueryClient, sim: AskedSim, interval: Interval, now: Date): boolean {
  return planSimDays(sim, interval, now).every(
    (request) => client.getQueryData(simDaysQuery(request).queryKey) !== undefined,
  )
}

/**
 * Reads the days of one SIM, and waits where time can cure what fails.
 *
 * @param onWait told what is waited for
 * @returns why it could not be read, where it could not
 */
async function readPatiently(
  client: QueryClient,
  sim: AskedSim,
  interval: Interval,
  now: Date,
  signal: AbortSignal,
  onWait: (error: UpstreamError) => void,
): Promise<ReadSimDays[] | UpstreamError> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await Promise.all(
        planSimDays(sim, interval, now).map((request) =>
          // What came in while this page is open is good enough: nobody sorts thousands by the minute.
          client.fetchQuery({
            ...simDaysQuery(request, 'gathering'),
            staleTime: USAGE_KEPT_FOR,
          }),
        ),
      )
    } catch (thrown) {
      // A row that had asked for it went out of sight, and called off its question: it is asked again here.
      if (thrown instanceof CancelledError && !signal.aborted) continue
      const error = upstreamErrorOf(thrown)
      const rest = restBefore(error, tries - 1, Math.random())
      const curable = helpAgainst(error) === 'soon' && rest !== undefined
      if (signal.aborted || !curable || tries >= MOST_TRIES) return error
      onWait(error)
      await wait(rest, signal)
    }
  }
}

/** Waits; whoever calls it off waits no longer. @param milliseconds for how long */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, signal.aborted ? 0 : milliseconds)
    signal.addEventListener('abort', end)
  })
}

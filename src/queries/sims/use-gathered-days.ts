import {
  type QueryClient,
  queryOptions,
  experimental_streamedQuery as streamedQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import pLimit from 'p-limit'
import { useState } from 'react'
import { type UpstreamError, upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { PRODUCT_KEYS } from '#usage/kore/products.ts'
import { settledBoundary } from '#usage/kore/settled.ts'
import { type AskedSim, planSimDays, type SimDays } from '#usage/sims/sim-days.ts'
import type { Interval } from '#usage/time/interval.ts'
import { computedKey, type Source } from '../query-key.ts'
import { simDaysQuery } from './sim-usage.ts'

/** How many SIMs are asked for at once. */
const AT_ONCE = 4
/** After as long what has come in is shown. */
const SHOW_EVERY_MILLISECONDS = 300
/** How long is waited where the upstream asks for patience and does not say for how long. */
const PATIENCE_SECONDS = 5
/** After as many refusals for the pace of a SIM it is left out. */
const MOST_TRIES = 5

/** What has been gathered of some SIMs, one by one. */
interface GatheredDays {
  /** By SID. */
  readonly days: ReadonlyMap<string, readonly SimDays[]>
  readonly failures: ReadonlyMap<string, UpstreamError>
}

/** A gathering and what can be done with it. */
export interface Gathering extends GatheredDays {
  readonly asked: number
  readonly running: boolean
  readonly paused: boolean
  pause(): void
  /** Goes on where it was, and tries again what failed. */
  resume(): void
}

/** Some SIMs of some lists. */
export interface ChosenSims {
  readonly sims: readonly AskedSim[]
  /** The pages that they were chosen from. */
  readonly sources: readonly Source[]
  /** What decides which of them they are; plain values. */
  readonly choice: Readonly<Record<string, unknown>>
}

const NOTHING: GatheredDays = { days: new Map(), failures: new Map() }

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
      }),
    }),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
}

/**
 * Gathers what some SIMs used day by day, where the API has no way to ask for all of them at once. It
 * goes on from where it was when it is paused, and asks for nothing settled twice.
 *
 * @param interval on midnights UTC
 * @param wanted whether it is to begin
 */
export function useGatheredDays(
  chosen: ChosenSims,
  interval: Interval,
  now: Date,
  wanted: boolean,
): Gathering {
  const client = useQueryClient()
  const [paused, setPaused] = useState(false)
  const { sims } = chosen
  const query = gatheredDaysQuery(chosen, interval, now)
  const { queryKey } = query
  const {
    data = NOTHING,
    isFetching,
    refetch,
  } = useQuery({
    ...query,
    enabled: wanted && !paused && sims.length > 0,
  })
  return {
    ...data,
    asked: sims.length,
    running: isFetching,
    paused,
    pause: () => {
      setPaused(true)
      client.cancelQueries({ queryKey }, { revert: false })
    },
    resume: () => {
      setPaused(false)
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
  const limited = pLimit(AT_ONCE)
  let [days, failures] = [new Map<string, SimDays[]>(), new Map<string, UpstreamError>()]
  const work = sims.map((sim) =>
    limited(async () => {
      if (signal.aborted) return
      const read = await readPatiently(client, sim, interval, now, signal)
      if (Array.isArray(read)) days.set(sim.sid, read)
      else failures.set(sim.sid, read)
    }),
  )
  let finished = false
  const all = Promise.all(work).finally(() => {
    finished = true
  })
  while (!finished) {
    await Promise.race([all, wait(SHOW_EVERY_MILLISECONDS)])
    if (days.size + failures.size > 0) yield { days, failures }
    days = new Map()
    failures = new Map()
  }
  await all
}

/** @returns why it could not be read, where it could not */
async function readPatiently(
  client: QueryClient,
  sim: AskedSim,
  interval: Interval,
  now: Date,
  signal: AbortSignal,
): Promise<SimDays[] | UpstreamError> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await Promise.all(
        planSimDays(sim, interval, now).map((request) => client.fetchQuery(simDaysQuery(request))),
      )
    } catch (thrown) {
      const error = upstreamErrorOf(thrown)
      if (signal.aborted || error.kind !== 'rateLimited' || tries === MOST_TRIES) return error
      await wait((error.retryAfterSeconds ?? PATIENCE_SECONDS) * 1000)
    }
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

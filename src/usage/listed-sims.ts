import { type FindableSim, findSims } from './find-sims.ts'

/** A SIM as far as a list sorts and filters it. */
export interface ListableSim extends FindableSim {
  /** The SID of its rate plan or its fleet. */
  readonly planSid: string
}

/** What a list can be sorted by. */
export const SIM_COLUMNS = ['name', 'status', 'iccid', 'plan', 'sid'] as const

export type SimColumn = (typeof SIM_COLUMNS)[number]

/** Which SIMs of a list are wanted, and in which order. */
export interface SimListing {
  readonly find: string
  /** In the API's own word; empty for every one. */
  readonly status: string
  /** The SID of a rate plan or a fleet; empty for every one. */
  readonly plan: string
  readonly sort: SimColumn
  readonly descending: boolean
}

/**
 * The SIMs that are wanted, sorted. Those that are alike stay in the order that they came in; digits
 * count as numbers, so that `truck-9` comes before `truck-10`.
 *
 * @param planName finds the name of a rate plan or a fleet
 */
export function listSims<T extends ListableSim>(
  sims: readonly T[],
  { find, status, plan, sort, descending }: SimListing,
  planName: (sid: string) => string,
): T[] {
  const wanted = findSims(sims, find).filter(
    (sim) => (!status || sim.status === status) && (!plan || sim.planSid === plan),
  )
  const textOf = (sim: T) => (sort === 'plan' ? planName(sim.planSid) : sim[sort])
  const sign = descending ? -1 : 1
  return wanted
    .map((sim) => ({ sim, text: textOf(sim) }))
    .sort((a, b) => sign * COLLATOR.compare(a.text, b.text))
    .map(({ sim }) => sim)
}

/** How many SIMs there are of each status, most first. */
export function countStatuses(
  sims: readonly ListableSim[],
): readonly { readonly status: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { status } of sims) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts]
    .map(([status, count]) => ({ status, count }))
    .sort((a, b) => b.count - a.count || COLLATOR.compare(a.status, b.status))
}

/** One for all: making one takes longer than comparing a thousand texts. */
const COLLATOR = new Intl.Collator('en', { numeric: true })

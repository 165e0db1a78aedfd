import type { Query, QueryClient } from '@tanstack/react-query'
import { type UpstreamError, upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { helpAgainst, restBefore } from './rests.ts'
import { type Surroundings, tryAfter } from './wake-and-try.ts'

/** What has failed and is tried again. */
interface FailedQueries {
  /** When what failed for a reason is tried next, in milliseconds of this computer's clock; undefined where it is not. */
  dueOf(error: UpstreamError): number | undefined
  /** @param onChange told when that may be another @returns what ends it */
  subscribe(onChange: () => void): () => void
}

/** All that has failed for one reason: it is tried again together, and rests together. */
interface Group {
  readonly error: UpstreamError
  readonly queries: Set<Query>
  tries: number
  next: { readonly due: number; readonly stop: () => void } | undefined
}

/**
 * Tries whatever has failed again by itself, with rests, for as long as somebody looks at it and that can
 * help: the one home of it for every reader, whether it tells of its failure or not. What has an old answer
 * is read again by other rules.
 *
 * @param chance from 0 to 1
 */
export function tryFailedAgain(
  client: QueryClient,
  surroundings: Surroundings,
  chance: () => number = Math.random,
): FailedQueries {
  const groups = new Map<string, Group>()
  const keys = new Map<Query, string>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const tryGroup = (group: Group) => {
    group.tries += 1
    group.next = undefined
    const filters = {
      type: 'active',
      predicate: (query: Query) => group.queries.has(query),
    } as const
    client.refetchQueries(filters, { cancelRefetch: false })
  }
  const settle = (key: string, group: Group) => {
    const waits = [...group.queries].some(({ state }) => state.fetchStatus === 'idle')
    if (group.queries.size === 0) groups.delete(key)
    if (!waits) {
      group.next?.stop()
      group.next = undefined
    } else if (!group.next) {
      const rest = restBefore(group.error, group.tries, chance())
      if (rest === undefined) return
      const fully = helpAgainst(group.error) === 'slowly'
      const stop = tryAfter(rest, fully, surroundings, () => tryGroup(group))
      group.next = { due: Date.now() + rest, stop }
    }
    tell()
  }
  const note = (query: Query) => {
    const before = keys.get(query)
    const isTried = before !== undefined && query.isActive() && query.state.fetchStatus !== 'idle'
    const key = isTried ? before : keyOf(query)
    if (key === before && key === undefined) return
    const old = before === undefined ? undefined : groups.get(before)
    if (before !== undefined && key !== before) {
      keys.delete(query)
      old?.queries.delete(query)
    }
    if (key !== undefined) {
      const group = groups.get(key) ?? {
        error: upstreamErrorOf(query.state.error),
        queries: new Set<Query>(),
        // Whatever it fails for now, it has been tried as often.
        tries: old?.tries ?? 0,
        next: undefined,
      }
      groups.set(key, group)
      keys.set(query, key)
      group.queries.add(query)
      settle(key, group)
    }
    if (before !== undefined && old && key !== before) settle(before, old)
  }
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'observerResultsUpdated' && type !== 'observerOptionsUpdated') note(query)
  })
  const failed: FailedQueries = {
    dueOf: (error) => groups.get(JSON.stringify(error))?.next?.due,
    subscribe(onChange) {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
  FAILED.set(client, failed)
  return failed
}

const FAILED = new WeakMap<QueryClient, FailedQueries>()

/** What of a client has failed and is tried again; undefined where nothing is. */
export function failedQueriesOf(client: QueryClient): FailedQueries | undefined {
  return FAILED.get(client)
}

/** Why a query that somebody looks at has failed; undefined where none has, or an answer is there. */
function keyOf(query: Query): string | undefined {
  const { status, error, data } = query.state
  if (status !== 'error' || !query.isActive() || !isLacking(data)) return undefined
  return JSON.stringify(upstreamErrorOf(error))
}

/** Whether there is no answer, or the beginning of a list alone. */
function isLacking(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return data === undefined
  return 'complete' in data && data.complete === false
}

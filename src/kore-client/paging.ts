import * as z from 'zod/mini'
import { PAGE_SIZE, PAGE_SIZE_PARAMETER } from '#contract/kore-words.ts'
import { type Aged, checkShape, getAgedJson, unreadable } from './get-json.ts'
import type { UpstreamFailure } from './upstream-error.ts'

/** A list whose `meta` names no next page has ended (KORE requires nothing of it but `page_size`). */
const page = z.looseObject({
  meta: z.nullish(z.object({ next_page_url: z.nullish(z.string()) })),
})

/** Asks the gateway to ask the upstream anew (RFC 9111, 5.2.1.4). */
export const ANEW = { 'Cache-Control': 'no-cache' }

/** A list of the upstream: where it is, and what is in it. */
interface WireList<T> {
  /** Of the list on our own origin. */
  readonly path: string
  readonly parameters: Readonly<Record<string, string>>
  /** How much one page may hold. */
  readonly pageSize?: number
  /** The list's name in the answer. */
  readonly key: string
  /** The shape of each thing in it. */
  readonly item: z.ZodMiniType<T>
  /** Tells the things of one list apart; undefined for what counts for nothing. */
  readonly identityOf: (item: T) => string | undefined
  /** Whether the list goes on without a thing that cannot be read; without, it is refused. */
  readonly skipsBroken?: boolean
}

/** All of a list, and what was odd about it. */
interface WholeList<T> {
  readonly items: readonly T[]
  readonly repeated: ReadonlySet<T>
}

/** One page of a list as it comes in. */
interface ListPage<T> {
  readonly items: readonly T[]
  /** Those of them that the page tells twice; each is in it once. */
  readonly repeated: readonly T[]
  /** How many things could not be read, where the list goes on without them. */
  readonly skipped: number
  /** For how many milliseconds the gateway had it already. */
  readonly age: number
  /** Whether the list begins here: what came before it no longer counts. */
  readonly first: boolean
  readonly last: boolean
}

/**
 * Gets every page of a list, one after the other.
 *
 * @throws UpstreamFailure, also where the list leads back to a page it has shown, or changes again
 */
export async function fetchAllPages<T>(list: WireList<T>, signal: AbortSignal): Promise<T[]> {
  return [...(await fetchAgedPages(list, signal)).value.items]
}

/** The same as `fetchAllPages`, with the age of the oldest page; `headers` go with each request. */
export async function fetchAgedPages<T>(
  list: WireList<T>,
  signal: AbortSignal,
  headers?: Readonly<Record<string, string>>,
): Promise<Aged<WholeList<T>>> {
  let pages: ListPage<T>[] = []
  for await (const page of streamPages(list, signal, headers)) {
    pages = page.first ? [page] : [...pages, page]
  }
  return {
    value: {
      items: pages.flatMap(({ items }) => items),
      repeated: new Set(pages.flatMap(({ repeated }) => repeated)),
    },
    age: Math.max(0, ...pages.map(({ age }) => age)),
  }
}

/**
 * Gives the pages of a list as they come in.
 *
 * The upstream's `next_page_url` names the upstream's own host, which the browser cannot reach: its
 * query is kept and sent to the path that the list began at. Where a page repeats what was on one
 * before, the list has changed meanwhile: it is read once more from its beginning, so that nothing is
 * counted twice.
 *
 * @throws UpstreamFailure, as `fetchAllPages`
 */
export async function* streamPages<T>(
  list: WireList<T>,
  signal: AbortSignal,
  headers?: Readonly<Record<string, string>>,
): AsyncGenerator<ListPage<T>, void> {
  for (const sent of [headers, { ...ANEW, ...headers }]) {
    const complete = yield* readPages(list, signal, sent)
    if (complete) return
  }
  throw changedTwice()
}

/** What is thrown of a list that changes each time that it is read. */
export function changedTwice(): UpstreamFailure {
  return unreadable('The list changed while it was read, twice. Try again in a while.')
}

/** @returns whether all of it was read: not where a page repeats what an earlier one has shown */
async function* readPages<T>(
  list: WireList<T>,
  signal: AbortSignal,
  headers?: Readonly<Record<string, string>>,
): AsyncGenerator<ListPage<T>, boolean> {
  const known = new Set<string>()
  for await (const { answer, ...place } of readAnswers(list, signal, headers)) {
    const { identities, ...read } = readItems(list, answer[list.key])
    if (identities.some((identity) => known.has(identity))) return false
    for (const identity of identities) known.add(identity)
    yield { ...read, ...place }
  }
  return true
}

/**
 * The things of one page. What it tells twice alike is in it once.
 *
 * @throws UpstreamFailure, also where two things that should be one differ; but a list that skips what is
 * broken goes on
 */
function readItems<T>({ key, item, identityOf, skipsBroken }: WireList<T>, told: unknown) {
  const readable = skipsBroken
    ? checkShape(z.array(z.unknown()), told).flatMap((one) => item.safeParse(one).data ?? [])
    : checkShape(z.array(item), told)
  const known = new Map<string, T>()
  const items: T[] = []
  const repeated: T[] = []
  for (const one of readable) {
    const identity = identityOf(one)
    const first = identity === undefined ? undefined : known.get(identity)
    if (first === undefined) {
      items.push(one)
      if (identity !== undefined) known.set(identity, one)
    } else if (JSON.stringify(first) === JSON.stringify(one)) {
      repeated.push(first)
    } else if (!skipsBroken) {
      throw unreadable(`Two of ${key} are of the same (${identity}) and differ.`)
    }
  }
  const skipped = Array.isArray(told) ? told.length - items.length - repeated.length : 0
  return { items, repeated, skipped, identities: [...known.keys()] }
}

/** One answer of a list as the wire has it; what is in the list is not checked. */
interface ListAnswer extends Pick<ListPage<unknown>, 'age' | 'first' | 'last'> {
  readonly answer: Readonly<Record<string, unknown>>
}

/** Gives the answers of a list, one after the other. @throws UpstreamFailure */
export async function* readAnswers(
  {
    path,
    parameters,
    pageSize = PAGE_SIZE,
  }: Pick<WireList<unknown>, 'path' | 'parameters' | 'pageSize'>,
  signal: AbortSignal,
  headers?: Readonly<Record<string, string>>,
): AsyncGenerator<ListAnswer, void> {
  const seen = new Set<string>()
  let query = new URLSearchParams({
    ...parameters,
    [PAGE_SIZE_PARAMETER]: String(pageSize),
  }).toString()
  while (true) {
    if (seen.has(query)) throw unreadable('The list leads back to a page it has already shown.')
    seen.add(query)
    const { value: answer, age } = await getAgedJson(`${path}?${query}`, page, signal, headers)
    const next = answer.meta?.next_page_url
    yield { answer, age, first: seen.size === 1, last: !next }
    if (!next) return
    query = queryOf(next)
  }
}

function queryOf(nextPageUrl: string): string {
  const query = nextPageUrl.split('?')[1]
  if (!query) throw unreadable('The address of the next page has no query.')
  return query
}

import * as z from 'zod/mini'
import { type Aged, checkShape, getAgedJson, unreadable } from './get-json.ts'

/** The most that the APIs give on one page (contract §2). */
const PAGE_SIZE = 1000

const page = z.looseObject({ meta: z.object({ next_page_url: z.nullish(z.string()) }) })

/** Asks the gateway to ask the upstream anew (RFC 9111, 5.2.1.4). */
const ANEW = { 'Cache-Control': 'no-cache' }

/** A list of the upstream: where it is, and what is in it. */
export interface WireList<T> {
  /** Of the list on our own origin. */
  readonly path: string
  readonly parameters: Readonly<Record<string, string>>
  /** The list's name in the answer. */
  readonly key: string
  /** The shape of each thing in it. */
  readonly item: z.ZodMiniType<T>
  /** Tells the things of one list apart; undefined for what counts for nothing. */
  readonly identityOf: (item: T) => string | undefined
}

/**
 * Gets every page of a list, one after the other.
 *
 * The upstream's `next_page_url` names the upstream's own host, which the browser cannot reach: its
 * query is kept and sent to the path that the list began at. Where a page repeats what was on one
 * before, the list has changed meanwhile: it is read once more from its beginning, so that nothing is
 * counted twice.
 *
 * @throws UpstreamFailure, also where the list leads back to a page it has shown, or changes again
 */
export async function fetchAllPages<T>(list: WireList<T>, signal: AbortSignal): Promise<T[]> {
  return (await fetchAgedPages(list, signal)).value
}

/** The same as `fetchAllPages`, with the age of the oldest page; `headers` go with each request. */
export async function fetchAgedPages<T>(
  list: WireList<T>,
  signal: AbortSignal,
  headers?: Readonly<Record<string, string>>,
): Promise<Aged<T[]>> {
  const first = await readPages(list, signal, headers)
  if (first) return first
  const second = await readPages(list, signal, { ...ANEW, ...headers })
  if (second) return second
  throw unreadable('The list changed while it was read, twice. Try again in a while.')
}

/** @returns undefined where a page repeats what an earlier one has shown */
async function readPages<T>(
  { path, parameters, key, item, identityOf }: WireList<T>,
  signal: AbortSignal,
  headers?: Readonly<Record<string, string>>,
): Promise<Aged<T[]> | undefined> {
  const list = z.array(item)
  const pages: T[][] = []
  const known = new Set<string>()
  let oldest = 0
  const seen = new Set<string>()
  let query = new URLSearchParams({ ...parameters, PageSize: String(PAGE_SIZE) }).toString()
  while (true) {
    if (seen.has(query)) throw unreadable('The list leads back to a page it has already shown.')
    seen.add(query)
    const { value: answer, age } = await getAgedJson(`${path}?${query}`, page, signal, headers)
    oldest = Math.max(oldest, age)
    const items = checkShape(list, answer[key])
    const identities = items.flatMap((one) => identityOf(one) ?? [])
    if (identities.some((identity) => known.has(identity))) return undefined
    for (const identity of identities) known.add(identity)
    pages.push(items)
    const next = answer.meta.next_page_url
    if (!next) return { value: pages.flat(), age: oldest }
    query = queryOf(next)
  }
}

function queryOf(nextPageUrl: string): string {
  const query = nextPageUrl.split('?')[1]
  if (!query) throw unreadable('The address of the next page has no query.')
  return query
}

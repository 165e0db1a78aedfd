import * as z from 'zod/mini'
import { type Aged, checkShape, getAgedJson, unreadable } from './get-json.ts'

/** The most that the APIs give on one page (contract §2). */
const PAGE_SIZE = 1000

const page = z.looseObject({ meta: z.object({ next_page_url: z.nullish(z.string()) }) })

/**
 * Gets every page of a list, one after the other.
 *
 * The upstream's `next_page_url` names the upstream's own host, which the browser cannot reach: its
 * query is kept and sent to the path that the list began at.
 *
 * @param path of the list on our own origin
 * @param key the list's name in the answer
 * @param item the shape of each thing in it
 * @throws UpstreamFailure, also where the list leads back to a page it has shown
 */
export async function fetchAllPages<T>(
  path: string,
  parameters: Readonly<Record<string, string>>,
  key: string,
  item: z.ZodMiniType<T>,
  signal: AbortSignal,
): Promise<T[]> {
  return (await fetchAgedPages(path, parameters, key, item, signal)).value
}

/** The same as `fetchAllPages`, with the age of the oldest page; `headers` go with each request. */
export async function fetchAgedPages<T>(
  path: string,
  parameters: Readonly<Record<string, string>>,
  key: string,
  item: z.ZodMiniType<T>,
  signal: AbortSignal,
  headers?: Readonly<Record<string, string>>,
): Promise<Aged<T[]>> {
  const list = z.array(item)
  const items: T[] = []
  let oldest = 0
  const seen = new Set<string>()
  let query = new URLSearchParams({ ...parameters, PageSize: String(PAGE_SIZE) }).toString()
  while (true) {
    if (seen.has(query)) throw unreadable('The list leads back to a page it has already shown.')
    seen.add(query)
    const { value: answer, age } = await getAgedJson(`${path}?${query}`, page, signal, headers)
    oldest = Math.max(oldest, age)
    items.push(...checkShape(list, answer[key]))
    const next = answer.meta.next_page_url
    if (!next) return { value: items, age: oldest }
    query = queryOf(next)
  }
}

function queryOf(nextPageUrl: string): string {
  const query = nextPageUrl.split('?')[1]
  if (!query) throw unreadable('The address of the next page has no query.')
  return query
}

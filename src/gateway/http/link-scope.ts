import { KORE_WORDS } from '#contract/kore-words.ts'
import { largestMembers } from '#usage/series/build-series.ts'
import { fieldOf } from '../config/field-of.ts'
import type { AllowedRequest } from '../kore/allowed-requests.ts'
import { nextPageQuery, pageMarkOf } from '../kore/list-page.ts'
import type { FirstPage, ViewRequests } from './link-requests.ts'

/** Reads one page; undefined where it is not there. */
export type ReadPage = (request: AllowedRequest, search: string) => Promise<string | undefined>

/** A request that a view itself makes, and how its answer is kept to what the view shows. */
interface LinkedRequest {
  /** The query that is sent: the view's own spelling, so that no other makes another request of it. */
  readonly search: string
  /** Whether it may be asked at all, which only answers of the view can tell. */
  mayAsk(read: ReadPage): Promise<boolean>
  /** What of an answer the view shows. */
  shown(body: string, read: ReadPage): Promise<string>
}

/** No list of a view is longer. */
const MOST_PAGES = 200

/**
 * The request of a view that a browser's request is; nothing but what the page of the view asks for: its
 * usage and that of the period that it is compared with, in its granularity, of its SIM, filters and
 * group, its largest SIMs alone where it tells them apart bucket by bucket, and the names of what stands
 * in it.
 *
 * @param moments what the page of the view asks for, at each moment that its reader may be at
 * @param search the request's query as it came
 * @param read reads a page of the view: pages after the first are those that the one before names
 * @returns undefined where the view makes no such request
 */
export async function findLinkedRequest(
  moments: readonly ViewRequests[],
  request: AllowedRequest,
  search: string,
  read: ReadPage,
): Promise<LinkedRequest | undefined> {
  const given = new URLSearchParams(search)
  for (const asked of moments) {
    const among = (pages: readonly FirstPage[]) => findPage(pages, request, given, read)
    const usage = await among(asked.usage)
    if (usage) return { search: usage, mayAsk: async () => true, shown: async (body) => body }
    const names = await among(asked.names)
    if (names) {
      const shown = (body: string, read: ReadPage) => namesShown(body, asked, read)
      return { search: names, mayAsk: async () => true, shown }
    }
    const sim = given.get(KORE_WORDS[request.product].filters.sim ?? '')
    const ofSim = sim ? await among(asked.ofSim(sim)) : undefined
    if (sim && ofSim) {
      const mayAsk = async (read: ReadPage) => (await largestSims(asked, read)).includes(sim)
      return { search: ofSim, mayAsk, shown: async (body) => body }
    }
  }
  return undefined
}

/** The query of the page that is asked for, as the first page or as one that the one before it names. */
async function findPage(
  pages: readonly FirstPage[],
  { product, path }: AllowedRequest,
  given: URLSearchParams,
  read: ReadPage,
): Promise<string | undefined> {
  for (const page of pages) {
    if (page.product !== product || page.path !== path) continue
    const first = new URLSearchParams(page.parameters).toString()
    if (isSame(given, new URLSearchParams(first))) return `?${first}`
    // Only what names a page of its own is looked for behind the first.
    if (pageMarkOf(given) === '') continue
    for await (const { next } of followPages(page, read)) {
      if (next && isSame(given, new URLSearchParams(next))) return `?${next}`
    }
  }
  return undefined
}

/** Whether two queries say the same, in whatever order. */
function isSame(one: URLSearchParams, other: URLSearchParams): boolean {
  const sorted = (parameters: URLSearchParams) => JSON.stringify([...parameters].sort())
  return sorted(one) === sorted(other)
}

/** The pages of a list, as far as they can be read, each with the query of the next. */
async function* followPages(first: FirstPage, read: ReadPage) {
  let query: string | undefined = new URLSearchParams(first.parameters).toString()
  for (let pages = 0; query !== undefined && pages < MOST_PAGES; pages++) {
    const body: string | undefined = await read(first, `?${query}`)
    if (body === undefined) return
    query = nextPageQuery(body)
    yield { body, next: query }
  }
}

/** The records of a view's usage. */
async function recordsOf(pages: readonly FirstPage[], read: ReadPage): Promise<unknown[]> {
  const records: unknown[] = []
  for (const page of pages) {
    for await (const { body } of followPages(page, read)) {
      const list = fieldOf(JSON.parse(body), 'usage_records')
      if (Array.isArray(list)) records.push(...list)
    }
  }
  return records
}

/** The SIMs that a view tells apart bucket by bucket. */
async function largestSims({ ranking, rankedBy }: ViewRequests, read: ReadPage): Promise<string[]> {
  const records = await recordsOf(ranking, read)
  const nothing = { total: 0, download: 0, upload: 0 }
  const period = { start: new Date(0), end: new Date(0) }
  return largestMembers(
    records.flatMap((record) => {
      const [part, currency] = [fieldOf(record, 'sim_sid'), fieldOf(record, 'billed_unit')]
      if (typeof part !== 'string' || !part) return []
      const amount = (name: string) => Number(fieldOf(record, name)) || 0
      const total =
        fieldOf(record, 'data_total') === null
          ? amount('data_upload') + amount('data_download')
          : amount('data_total')
      const cost = {
        amount: amount('data_total_billed'),
        currency: typeof currency === 'string' && currency ? currency : undefined,
      }
      return [{ part, period, data: { ...nothing, total }, commands: nothing, cost }]
    }),
    rankedBy,
  )
}

/** A list of names without those that stand nowhere in the view. */
async function namesShown(body: string, { usage }: ViewRequests, read: ReadPage): Promise<string> {
  const records = await recordsOf(usage, read)
  const sids = new Set(
    records.flatMap((record) => [fieldOf(record, 'fleet_sid'), fieldOf(record, 'network_sid')]),
  )
  const list: unknown = JSON.parse(body)
  const kept = Object.entries(typeof list === 'object' && list !== null ? list : {}).map(
    ([key, value]) => [
      key,
      Array.isArray(value) ? value.filter((one) => sids.has(fieldOf(one, 'sid'))) : value,
    ],
  )
  return JSON.stringify(Object.fromEntries(kept))
}

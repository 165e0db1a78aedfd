import { keptSearch } from '#url/kept-search.ts'
import { moversSearch } from '#url/movers-search.ts'
import { reportSearch } from '#url/report-search.ts'
import type { SearchKey } from '#url/search-key.ts'
import { simsSearch } from '#url/sims-search.ts'
import { accountSearch, simSearch } from '#url/usage-search.ts'
import { viewsSearch } from '#url/views-search.ts'

/** The pages with a state of their own in the address, and the keys that they understand. */
const PAGES: readonly { readonly page: string; readonly keys: readonly SearchKey<unknown>[] }[] = [
  { page: 'Usage', keys: Object.values(accountSearch).flatMap(({ keys }) => keys) },
  { page: 'One SIM', keys: Object.values(simSearch).flatMap(({ keys }) => keys) },
  { page: 'Top and movers', keys: moversSearch.keys },
  { page: 'SIMs', keys: simsSearch.keys },
  { page: 'Report', keys: reportSearch.keys },
  { page: 'Saved views', keys: viewsSearch.keys },
  { page: 'History', keys: keptSearch.keys },
]

/** What each key is for. */
export const KEY_MEANINGS: Readonly<Record<string, string>> = {
  account: 'Whose usage: an account, or all of them together. Without it, your first.',
  range: 'The time that is asked about, in UTC.',
  by: 'How long one bar is (weeks begin on Monday); auto is the finest that can still be read.',
  show: 'Which way the data went.',
  chart:
    'What the chart shows, and by what the largest parts are chosen: data, Commands, or cost (cost alone is that in the first currency).',
  compare:
    'The earlier period that stands beside the range; by-weekday goes back 28 or 364 days, so that weekdays stand under each other.',
  compared: 'Whether only what is final on both sides is compared, or everything so far.',
  month:
    'Of the report, its calendar month; without it the last that has ended. Of usage, whether the running month (of billing months, where the range is of those) and its forecast stand below: of data, of cost, or (forecast) of cost where it comes later than the usage and of data elsewhere.',
  charge: 'Whose cost is shown where data and Commands are charged apart.',
  budget: 'What the month may come to: gigabytes of data, or money where it is of cost.',
  rows: 'How much of the tables is shown.',
  table:
    'Which table stands below the chart: its parts, its periods, countries, the map, what is compared, or why it changed.',
  why: 'What the change is explained by: home and roaming, or country, network, fleet, SIM, account.',
  time: 'Whether your own time stands beside UTC.',
  refresh: 'Minutes after which what may still change is read again by itself.',
  product: 'Which product. The product of one SIM is in its SID.',
  group: 'What usage is stacked by. Of Programmable Wireless, accounts alone.',
  fleet: 'Only this fleet, or these by their SIDs (Super SIM).',
  network: 'Only this network (Super SIM).',
  country:
    'Only usage in this country, or these: DE,FR (Super SIM); in the list of SIMs, only those that were there.',
  only: 'Only SIMs that are over a limit, near one, silent, abroad or new.',
  sim: 'Only this SIM (Super SIM).',
  with: 'The SIMs that one is compared with.',
  days: 'How many settled days are held against as many before.',
  plan: 'Only SIMs of this rate plan or fleet.',
  find: 'A part of a name, an identifier or a status.',
  status: 'Only SIMs of this status.',
  sort: 'The column that SIMs are sorted by.',
  order: 'Which way they are sorted.',
  gather:
    'Whether what takes many requests is asked for: auto asks you first where it takes long, on goes on with it, paused holds it.',
}

/** A key of the address, for its reader. */
export interface AddressKey {
  readonly name: string
  readonly meaning: string
  /** What it can say, as the page that does not understand it would tell. */
  readonly expected: string
  /** What holds without it, page by page where they differ; empty where that is nothing. */
  readonly fallback: string
  /** The pages that understand it. */
  readonly pages: readonly string[]
}

/** Every key of the address, once, from the keys that the pages themselves read. */
export function addressKeys(): AddressKey[] {
  const names = [...new Set(PAGES.flatMap(({ keys }) => keys.map(({ name }) => name)))]
  return names.map((name) => {
    const alike = PAGES.flatMap(({ keys }) => keys.filter((key) => key.name === name))
    return {
      name,
      meaning: KEY_MEANINGS[name] ?? '',
      expected: describeExpected(alike.map(({ expected }) => expected)),
      fallback: describeFallback(name),
      pages: PAGES.filter(({ keys }) => keys.some((key) => key.name === name)).map(
        ({ page }) => page,
      ),
    }
  })
}

/** Where pages differ in what they understand, one mostly understands all of it; else each is told. */
function describeExpected(expected: readonly string[]): string {
  const [widest = '', ...others] = [...new Set(expected)].toSorted((a, b) => b.length - a.length)
  const words = widest.split(', ')
  const more = others.filter((other) => !other.split(', ').every((word) => words.includes(word)))
  return [widest, ...more].join('; ')
}

function describeFallback(name: string): string {
  const pagesOf = new Map<string, string[]>()
  for (const { page, keys } of PAGES) {
    const key = keys.find((one) => one.name === name)
    if (!key) continue
    const word = key.serialize(key.fallback)
    pagesOf.set(word, [...(pagesOf.get(word) ?? []), page])
  }
  const words = [...pagesOf]
  if (words.length === 1) return words[0]?.[0] ?? ''
  return words.map(([word, pages]) => `${word} (${pages.join(', ')})`).join(', ')
}

import type { Product, UpstreamGroup } from '#usage/kore/products.ts'

/** KORE's own words for what a usage request of one product says. */
interface KoreWords {
  /** Start, inclusive. */
  readonly start: string
  /** End, exclusive. */
  readonly end: string
  /** The filters that are parameters. */
  readonly filters: Readonly<Partial<Record<'sim' | 'fleet' | 'network' | 'country', string>>>
  /** The most records of usage that one page holds. */
  readonly usagePageSize: number
  /** Of each granularity. */
  readonly granularities: Readonly<Record<'hour' | 'day' | 'total', string>>
}

/** What browser and gateway must both call by the same words (contract §3, §4). */
export const KORE_WORDS: Readonly<Record<Product, KoreWords>> = {
  'programmable-wireless': {
    start: 'Start',
    end: 'End',
    usagePageSize: 1000,
    filters: {},
    granularities: { hour: 'hourly', day: 'daily', total: 'all' },
  },
  'super-sim': {
    start: 'StartTime',
    end: 'EndTime',
    // KORE's description of 2025-03; an older document says 1,000 (contract §2).
    usagePageSize: 249,
    filters: { sim: 'Sim', fleet: 'Fleet', network: 'Network', country: 'IsoCountry' },
    granularities: { hour: 'hour', day: 'day', total: 'all' },
  },
}

/** The parameter that says how fine an answer is. */
export const GRANULARITY_PARAMETER = 'Granularity'

/** The parameter that says what usage is told apart by. */
export const GROUP_PARAMETER = 'Group'

/** What it calls each group. */
export const GROUP_WORDS: Readonly<Record<UpstreamGroup, string>> = {
  sim: 'sim',
  fleet: 'fleet',
  network: 'network',
  country: 'isoCountry',
}

/** The parameter that says how much one page holds. */
export const PAGE_SIZE_PARAMETER = 'PageSize'

/** The most things that one page of any other list holds (contract §2). */
export const PAGE_SIZE = 1000

/** What marks a page after the first (contract §2). */
export const PAGE_MARKS = ['Page', 'PageToken'] as const

/** The parameters of a filter, by what it holds. */
export function filterParameters(
  product: Product,
  filter: Readonly<Partial<Record<keyof KoreWords['filters'], string>>>,
): Record<string, string> {
  const { filters } = KORE_WORDS[product]
  return Object.fromEntries(
    FILTERS.flatMap((key) => {
      const [word, value] = [filters[key], filter[key]]
      return word && value ? [[word, value]] : []
    }),
  )
}

const FILTERS = ['sim', 'fleet', 'network', 'country'] as const

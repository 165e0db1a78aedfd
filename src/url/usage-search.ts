import { COMPARED_PERIODS, type ComparedPeriod, CUTS, type Cut } from '#usage/compared-period.ts'
import { GRANULARITIES, type Granularity } from '#usage/granularity.ts'
import type { Product } from '#usage/products.ts'
import type { TimeRange } from '#usage/time-range.ts'
import { GROUPS, type Group } from '#usage/usage-query.ts'
import { DIRECTIONS, type Direction } from '#usage/usage-record.ts'
import { ACCOUNT_KEY } from './account-key.ts'
import { PRODUCT_KEY } from './product-key.ts'
import { RANGE_KEY } from './range-key.ts'
import { patternKey, readKey, type SearchCodec, wordKey, writeKey } from './search-key.ts'

/** How many rows of a table are shown: the first of them, or every one. */
export type Rows = 'first' | 'all'

/** Never, or every so many minutes. */
export type Refresh = 'off' | '5' | '15'

/** All that a usage view shows, as its address says it. Filters that are not set are empty. */
export interface UsageSearch {
  readonly product: Product
  /** An account's id, all of them, or the reader's first where it is empty. */
  readonly account: string
  readonly range: TimeRange
  readonly by: Granularity | 'auto'
  readonly show: Direction
  readonly rows: Rows
  /** Whether the reader's own time stands beside UTC. */
  readonly time: 'utc' | 'local'
  /** Minutes after which what may still change is asked for again by itself. */
  readonly refresh: Refresh
  /** The earlier period that stands over the bars. */
  readonly compare: ComparedPeriod | 'off'
  /** What of it is held against what. */
  readonly compared: Cut
  /** Whether the running month and its forecast stand below. */
  readonly month: 'off' | 'forecast'
  /** What the month may come to: gigabytes, or money where the API tells a cost; empty for no limit. */
  readonly budget: string
  readonly group: Group | 'none'
  readonly fleet: string
  readonly network: string
  readonly country: string
  readonly sim: string
  /** SIDs of the SIMs that one SIM is compared with, separated by commas. */
  readonly with: string
}

const BY_KEY = wordKey<Granularity | 'auto'>('by', ['auto', ...GRANULARITIES], 'auto')
const SHOW_KEY = wordKey('show', DIRECTIONS, 'total')
const GROUP_KEY = wordKey<Group | 'none'>('group', ['none', ...GROUPS], 'none')
/** Of Programmable Wireless only accounts can be told apart. */
const ACCOUNT_GROUP_KEY = wordKey<Group | 'none'>('group', ['none', 'account'], 'none')
const FLEET_KEY = patternKey('fleet', /^[\w.-]{1,64}$/, 'a fleet’s SID or unique name')
const NETWORK_KEY = patternKey(
  'network',
  /^HW[0-9a-fA-F]{32}$/,
  'a network’s SID, HW and 32 digits',
)
const COUNTRY_KEY = patternKey('country', /^[A-Z]{2}$/, 'two capital letters, such as DE')
const SIM_KEY = patternKey('sim', /^[\w.-]{1,64}$/, 'a SIM’s SID or unique name')

/** With itself, six SIMs on one chart. */
export const MOST_COMPARED = 5
const SID = '(DE|HS)[0-9a-fA-F]{32}'
const WITH_KEY = patternKey(
  'with',
  new RegExp(`^${SID}(,${SID}){0,${MOST_COMPARED - 1}}$`),
  `the SIDs of one to ${MOST_COMPARED} SIMs, separated by commas`,
)

export const ROWS_KEY = wordKey<Rows>('rows', ['first', 'all'], 'first')

const TIME_KEY = wordKey<UsageSearch['time']>('time', ['utc', 'local'], 'utc')
const REFRESH_KEY = wordKey<Refresh>('refresh', ['off', '5', '15'], 'off')

const COMPARE_KEY = wordKey<ComparedPeriod | 'off'>('compare', ['off', ...COMPARED_PERIODS], 'off')
const COMPARED_KEY = wordKey<Cut>('compared', CUTS, 'settled')

const MONTH_KEY = wordKey<UsageSearch['month']>('month', ['off', 'forecast'], 'off')
const BUDGET_KEY = patternKey(
  'budget',
  /^(?!0+(\.0+)?$)\d{1,9}(\.\d{1,2})?$/,
  'an amount above zero, such as 500 or 99.50',
)

const COMMON = [
  ACCOUNT_KEY,
  RANGE_KEY,
  BY_KEY,
  SHOW_KEY,
  COMPARE_KEY,
  COMPARED_KEY,
  MONTH_KEY,
  BUDGET_KEY,
  ROWS_KEY,
  TIME_KEY,
  REFRESH_KEY,
]
const SUPER_SIM = [GROUP_KEY, FLEET_KEY, NETWORK_KEY, COUNTRY_KEY]

/** `/account?range=last-30-days&by=day&show=download&rows=all` */
export const accountSearch: Record<Product, SearchCodec<UsageSearch>> = {
  'programmable-wireless': codec('programmable-wireless', [
    PRODUCT_KEY,
    ...COMMON,
    ACCOUNT_GROUP_KEY,
  ]),
  'super-sim': codec('super-sim', [PRODUCT_KEY, ...COMMON, ...SUPER_SIM, SIM_KEY]),
}

/** `/sims/<SID>?range=last-7-days`: the product is in the SID. */
export const simSearch: Record<Product, SearchCodec<UsageSearch>> = {
  'programmable-wireless': codec('programmable-wireless', [...COMMON, WITH_KEY]),
  'super-sim': codec('super-sim', [...COMMON, ...SUPER_SIM, WITH_KEY]),
}

/**
 * `/s/<token>?show=download`: what the reader of a link can choose; all else is as the link says.
 *
 * @param link what the link shows
 */
export function sharedSearch(link: UsageSearch): SearchCodec<UsageSearch> {
  const show = { ...SHOW_KEY, fallback: link.show }
  const time = { ...TIME_KEY, fallback: link.time }
  const rows = { ...ROWS_KEY, fallback: link.rows }
  const refresh = { ...REFRESH_KEY, fallback: link.refresh }
  return {
    keys: [show, time, rows, refresh],
    parse: (parameters) => ({
      ...link,
      show: readKey(parameters, show),
      time: readKey(parameters, time),
      rows: readKey(parameters, rows),
      refresh: readKey(parameters, refresh),
    }),
    serialize(search) {
      const parameters = new URLSearchParams()
      writeKey(parameters, show, search.show)
      writeKey(parameters, time, search.time)
      writeKey(parameters, rows, search.rows)
      writeKey(parameters, refresh, search.refresh)
      return parameters
    },
  }
}

/** Reads and writes some of the keys; the others keep their fallback. */
function codec(product: Product, keys: SearchCodec<UsageSearch>['keys']): SearchCodec<UsageSearch> {
  return {
    keys,
    parse(parameters) {
      const known = new URLSearchParams(
        [...parameters].filter(([name]) => keys.some((key) => key.name === name)),
      )
      return {
        product,
        account: readKey(known, ACCOUNT_KEY),
        range: readKey(known, RANGE_KEY),
        by: readKey(known, BY_KEY),
        show: readKey(known, SHOW_KEY),
        rows: readKey(known, ROWS_KEY),
        time: readKey(known, TIME_KEY),
        refresh: readKey(known, REFRESH_KEY),
        compare: readKey(known, COMPARE_KEY),
        compared: readKey(known, COMPARED_KEY),
        month: readKey(known, MONTH_KEY),
        budget: readKey(known, BUDGET_KEY),
        group: readKey(known, product === 'super-sim' ? GROUP_KEY : ACCOUNT_GROUP_KEY),
        fleet: readKey(known, FLEET_KEY),
        network: readKey(known, NETWORK_KEY),
        country: readKey(known, COUNTRY_KEY),
        sim: readKey(known, SIM_KEY),
        with: readKey(known, WITH_KEY),
      }
    },
    serialize(search) {
      const parameters = new URLSearchParams()
      if (keys.some(({ name }) => name === PRODUCT_KEY.name)) {
        writeKey(parameters, PRODUCT_KEY, search.product)
      }
      writeKey(parameters, ACCOUNT_KEY, search.account)
      writeKey(parameters, RANGE_KEY, search.range)
      writeKey(parameters, BY_KEY, search.by)
      writeKey(parameters, SHOW_KEY, search.show)
      writeKey(parameters, COMPARE_KEY, search.compare)
      writeKey(parameters, COMPARED_KEY, search.compared)
      writeKey(parameters, MONTH_KEY, search.month)
      writeKey(parameters, BUDGET_KEY, search.budget)
      writeKey(parameters, GROUP_KEY, search.group)
      writeKey(parameters, FLEET_KEY, search.fleet)
      writeKey(parameters, NETWORK_KEY, search.network)
      writeKey(parameters, COUNTRY_KEY, search.country)
      writeKey(parameters, SIM_KEY, search.sim)
      writeKey(parameters, WITH_KEY, search.with)
      writeKey(parameters, ROWS_KEY, search.rows)
      writeKey(parameters, TIME_KEY, search.time)
      writeKey(parameters, REFRESH_KEY, search.refresh)
      return parameters
    },
  }
}

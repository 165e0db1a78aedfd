import { factsOf, forEachProduct, type Product } from '#usage/kore/products.ts'
import {
  COMPARED_PERIODS,
  type ComparedPeriod,
  CUTS,
  type Cut,
} from '#usage/question/compared-period.ts'
import { GROUPS, type Group } from '#usage/question/usage-query.ts'
import { DIRECTIONS, type Direction } from '#usage/question/usage-record.ts'
import type { Dimension } from '#usage/report/compared-members.ts'
import { GRANULARITIES, type Granularity } from '#usage/time/granularity.ts'
import { ACCOUNT_KEY } from './account-key.ts'
import { CHART_KEY } from './chart-key.ts'
import { COUNTRY_KEY, FLEET_KEY, NETWORK_KEY, SIM_KEY } from './filter-keys.ts'
import { PRODUCT_KEY } from './product-key.ts'
import { RANGE_KEY } from './range-key.ts'
import { ROWS_KEY } from './rows-key.ts'
import { partCodec, type SearchCodec, type SearchOf, searchCodec } from './search-codec.ts'
import { patternKey, type SearchKey, wordKey } from './search-key.ts'

/** With itself, six SIMs on one chart. */
export const MOST_COMPARED = 5
const SID = '(DE|HS)[0-9a-fA-F]{32}'

const TIME_KEY: SearchKey<'utc' | 'local'> = {
  ...wordKey('time', ['utc', 'local'], 'utc'),
  writtenLast: true,
}

const REFRESH_KEY: SearchKey<'off' | '5' | '15'> = {
  ...wordKey('refresh', ['off', '5', '15'], 'off'),
  writtenLast: true,
}

/** The tables below a chart; `auto` is the first that there is. */
export const TABLES = [
  'auto',
  'parts',
  'buckets',
  'countries',
  'map',
  'compared',
  'causes',
] as const
export type TableName = (typeof TABLES)[number]

const TABLE_KEY: SearchKey<TableName> = {
  ...wordKey<TableName>('table', TABLES, 'auto'),
  writtenLast: true,
}

/** What a change is explained by; `auto` is what the chart is stacked by, or the first that there is. */
const WHY_KEY: SearchKey<Dimension | 'auto'> = {
  ...wordKey<Dimension | 'auto'>('why', ['auto', 'part', ...GROUPS], 'auto'),
  writtenLast: true,
}

const AMOUNT = patternKey(
  'budget',
  /^\d{1,9}(\.\d{1,2})?$/,
  'an amount above zero, such as 500 or 99.50',
)
const BUDGET_KEY: SearchKey<string> = {
  ...AMOUNT,
  parse: (word) => (Number(word) > 0 ? AMOUNT.parse(word) : undefined),
}

/** What a charge is for. */
export type ChargedUsage = 'all' | 'data' | 'commands'
export const CHARGED_USAGES: readonly ChargedUsage[] = ['all', 'data', 'commands']

/** What the running month is told of. */
type MonthMeasure = 'off' | 'forecast' | 'data' | 'cost'

/** What every usage view takes. */
const COMMON_KEYS = {
  /** An account's id, all of them, or the reader's first where it is empty. */
  account: ACCOUNT_KEY,
  range: RANGE_KEY,
  by: wordKey<Granularity | 'auto'>('by', ['auto', ...GRANULARITIES], 'auto'),
  show: wordKey<Direction>('show', DIRECTIONS, 'total'),
  /** What the chart shows. */
  chart: CHART_KEY,
  /** The earlier period that stands over the bars. */
  compare: wordKey<ComparedPeriod | 'off'>('compare', ['off', ...COMPARED_PERIODS], 'off'),
  /** What of it is held against what. */
  compared: wordKey<Cut>('compared', CUTS, 'settled'),
  /** Whether the running month and its forecast stand below: of data, of cost, or as is usual for the product. */
  month: wordKey<MonthMeasure>('month', ['off', 'forecast', 'data', 'cost'], 'off'),
  /** What the month may come to: gigabytes, or money where the API tells a cost; empty for no limit. */
  budget: BUDGET_KEY,
  rows: ROWS_KEY,
  /** Which table stands below the chart. */
  table: TABLE_KEY,
  /** What the change is explained by, where that is the table below the chart. */
  why: WHY_KEY,
  /** Whether the reader's own time stands beside UTC. */
  time: TIME_KEY,
  /** Minutes after which what may still change is asked for again by itself. */
  refresh: REFRESH_KEY,
}

/** What views of a product take beside it whose usage can be grouped and filtered. */
const GROUPED_KEYS = {
  group: wordKey<Group | 'none'>('group', ['none', ...GROUPS], 'none'),
  fleet: FLEET_KEY,
  network: NETWORK_KEY,
  country: COUNTRY_KEY,
}

/** Of the others only accounts can be told apart. */
const ACCOUNT_GROUP_KEY = wordKey<Group | 'none'>('group', ['none', 'account'], 'none')

/** What views of a product take whose data and Commands are charged apart. */
const CHARGED_APART_KEYS = {
  /** Whose charge is shown, where data and Commands are charged apart. */
  charge: wordKey<ChargedUsage>('charge', CHARGED_USAGES, 'all'),
}

/** What a view of one SIM takes. */
const ONE_SIM_KEYS = {
  /** SIDs of the SIMs that the one SIM is compared with, separated by commas. */
  with: patternKey(
    'with',
    new RegExp(`^${SID}(,${SID}){0,${MOST_COMPARED - 1}}$`),
    `the SIDs of one to ${MOST_COMPARED} SIMs, separated by commas`,
  ),
}

const everyKey = searchCodec({
  product: PRODUCT_KEY,
  ...COMMON_KEYS,
  ...GROUPED_KEYS,
  ...CHARGED_APART_KEYS,
  sim: SIM_KEY,
  ...ONE_SIM_KEYS,
})

/** All that a usage view shows, as its address says it. Filters that are not set are empty. */
export type UsageSearch = SearchOf<typeof everyKey>

/** What holds of the keys that a view does not take. */
const SILENT = everyKey.parse(new URLSearchParams())

/** `/account?range=last-30-days&by=day&show=download&rows=all` */
export const accountSearch: Readonly<Record<Product, SearchCodec<UsageSearch>>> = forEachProduct(
  (product) =>
    factsOf(product).groups.length > 0
      ? ofProduct(
          product,
          partCodec(
            { product: PRODUCT_KEY, ...COMMON_KEYS, ...GROUPED_KEYS, sim: SIM_KEY },
            SILENT,
          ),
        )
      : ofProduct(
          product,
          partCodec(
            {
              product: PRODUCT_KEY,
              ...COMMON_KEYS,
              ...CHARGED_APART_KEYS,
              group: ACCOUNT_GROUP_KEY,
            },
            SILENT,
          ),
        ),
)

/** `/sims/<SID>?range=last-7-days`: the product is in the SID. */
export const simSearch: Readonly<Record<Product, SearchCodec<UsageSearch>>> = forEachProduct(
  (product) =>
    factsOf(product).groups.length > 0
      ? ofProduct(product, partCodec({ ...COMMON_KEYS, ...GROUPED_KEYS, ...ONE_SIM_KEYS }, SILENT))
      : ofProduct(
          product,
          partCodec({ ...COMMON_KEYS, ...CHARGED_APART_KEYS, ...ONE_SIM_KEYS }, SILENT),
        ),
)

/**
 * `/s/<token>?show=download`: what the reader of a link can choose; all else is as the link says.
 *
 * @param link what the link shows
 */
export function sharedSearch(link: UsageSearch): SearchCodec<UsageSearch> {
  const { show, chart, time, rows, table, refresh } = COMMON_KEYS
  return partCodec(
    {
      show: { ...show, fallback: link.show },
      chart: { ...chart, fallback: link.chart },
      time: { ...time, fallback: link.time },
      rows: { ...rows, fallback: link.rows },
      table: { ...table, fallback: link.table },
      refresh: { ...refresh, fallback: link.refresh },
    },
    link,
  )
}

/** A codec for views of one product, whatever product the address names. */
function ofProduct(product: Product, codec: SearchCodec<UsageSearch>): SearchCodec<UsageSearch> {
  return { ...codec, parse: (parameters) => ({ ...codec.parse(parameters), product }) }
}

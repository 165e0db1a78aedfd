import { forEachProduct, PRODUCTS } from '../kore/products.ts'
import { amountsCharge } from './amounts-charge.ts'
import { knownNearest, shareUsed } from './data-limit.ts'
import type { ExportedSim, SimColumn, SimColumnSort } from './sim-column.ts'

/**
 * The columns of the list of SIMs, in the order in which a file holds them; the page shows them in the
 * order of their cells. The address sorts by those that have a `sort`.
 */
export const SIM_COLUMNS = [
  {
    key: 'name',
    heading: 'Name',
    width: 120,
    sort: { first: 'ascending', value: ({ name }) => name },
    exported: () => [{ heading: 'name', value: ({ name }) => name }],
  },
  {
    key: 'sid',
    heading: 'SID',
    width: 300,
    fileOnly: true,
    sort: { first: 'ascending', value: ({ sid }) => sid },
    exported: () => [{ heading: 'sid', value: ({ sid }) => sid }],
  },
  {
    key: 'iccid',
    heading: 'ICCID',
    width: 188,
    sort: { first: 'ascending', value: ({ iccid }) => iccid },
    exported: () => [{ heading: 'iccid', value: ({ iccid }) => iccid }],
  },
  {
    key: 'product',
    heading: 'Product',
    fileOnly: true,
    width: 150,
    sort: { first: 'ascending', value: ({ product }) => PRODUCTS[product].name },
    exported: () => [{ heading: 'product', value: ({ product }) => product }],
  },
  {
    key: 'account',
    heading: 'Account',
    width: 110,
    needsAccounts: true,
    exported: () => [{ heading: 'account', value: ({ account }) => account }],
  },
  {
    key: 'status',
    heading: 'Status',
    width: 96,
    sort: { first: 'ascending', value: ({ status }) => status },
    exported: () => [{ heading: 'status', value: ({ status }) => status }],
  },
  {
    key: 'plan',
    heading: 'Plan or fleet',
    headings: forEachProduct((product) => PRODUCTS[product].planName),
    width: 92,
    sort: {
      first: 'ascending',
      value: (sim, { planOf }) => planOf(sim)?.name ?? sim.planSid,
    },
    exported: () => [{ heading: 'plan', value: ({ plan }) => plan }],
  },
  {
    key: 'usage',
    heading: 'Usage',
    width: 84,
    isNumber: true,
    sort: {
      first: 'descending',
      needsFigures: true,
      value: (sim, { bytesOf }) => bytesOf(sim),
    },
    exported: ({ start, end, finalProducts }) => [
      { heading: 'start', value: () => start },
      { heading: 'end', value: () => end },
      {
        heading: 'state',
        value: ({ product, usage }) => {
          if (!usage) return 'unknown'
          return finalProducts.includes(product) ? 'final' : 'provisional'
        },
      },
      { heading: 'usage (bytes)', value: ({ usage }) => usage?.data.total },
      { heading: 'download (bytes)', value: ({ usage }) => usage?.data.download },
      { heading: 'upload (bytes)', value: ({ usage }) => usage?.data.upload },
    ],
  },
  { key: 'trend', heading: 'By day', width: 90 },
  // Of all SIMs at once it is not known: no export and no sorting.
  { key: 'country', heading: 'Country', width: 84 },
  {
    key: 'cost',
    heading: 'Cost',
    width: 88,
    isNumber: true,
    sort: {
      first: 'descending',
      needsFigures: true,
      value: (sim, { usageOf }) => {
        const [amount] = usageOf(sim)?.cost.values() ?? []
        return amount
      },
    },
    exported: ({ chargedProducts }, currencies) => [
      ...currencies.map((currency) => ({
        heading: `cost (${currency})`,
        value: ({ product, usage }: ExportedSim) => {
          if (!usage) return undefined
          const isCharged = amountsCharge(usage, chargedProducts.includes(product)) === 'charged'
          // What is not charged yet, or not told, is no zero.
          const amount = usage.cost.get(currency) ?? (isCharged ? 0 : undefined)
          return amount === undefined ? undefined : Number(amount.toFixed(6))
        },
      })),
      {
        heading: 'charge',
        value: ({ product, usage }) =>
          usage && amountsCharge(usage, chargedProducts.includes(product)),
      },
      { heading: 'not charged yet (bytes)', value: ({ usage }) => usage?.unchargedBytes },
    ],
  },
  {
    key: 'limit',
    heading: 'Limit used this month',
    width: 226,
    sort: {
      first: 'descending',
      needsFigures: true,
      value: (sim, { planOf, limitedBytesOf }) => {
        const nearest = knownNearest(planOf(sim)?.limits ?? [], (part) => limitedBytesOf(sim, part))
        return nearest && shareUsed(nearest)
      },
    },
    exported: () => [
      { heading: 'usage this month (bytes)', value: ({ nearest }) => nearest?.used },
      { heading: 'limit (bytes)', value: ({ nearest }) => nearest?.limit.bytes },
      { heading: 'limit of', value: ({ nearest }) => nearest?.limit.part },
    ],
  },
] as const satisfies readonly SimColumn[]

type OneOfSimColumns = (typeof SIM_COLUMNS)[number]

export type SimColumnKey = OneOfSimColumns['key']

/** What a list can be sorted by. */
export type SimSort = Extract<OneOfSimColumns, { readonly sort: SimColumnSort }>['key']

/** The columns that sort, as the address names them. */
export const SIM_SORTS: readonly SimSort[] = SIM_COLUMNS.flatMap((column) =>
  'sort' in column ? [column.key] : [],
)

/** Whether a list can be sorted by a column. */
export function isSimSort(key: SimColumnKey): key is SimSort {
  return SIM_SORTS.some((sort) => sort === key)
}

/** How a list is sorted by one of them. */
export function simSortOf(sort: SimSort): SimColumnSort {
  const column: SimColumn | undefined = SIM_COLUMNS.find(({ key }) => key === sort)
  return column?.sort ?? SIM_COLUMNS[0].sort
}

/** In which order a list is sorted where nobody says: a number largest first. */
export function simOrderOf({
  sort,
  order,
}: {
  readonly sort: SimSort
  readonly order: 'auto' | 'ascending' | 'descending'
}): 'ascending' | 'descending' {
  return order === 'auto' ? simSortOf(sort).first : order
}

/** Whether a list is sorted by what each SIM used. */
export function isSortedByFigures({ sort }: { readonly sort: SimSort }): boolean {
  return simSortOf(sort).needsFigures === true
}

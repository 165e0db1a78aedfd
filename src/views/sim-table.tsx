import { Fragment } from 'react'
import { SortHeading } from '#components/sort-heading.tsx'
import { VirtualTable } from '#components/virtual-table.tsx'
import type { Account } from '#queries/about.ts'
import type { ListedIntervals, SimFigures } from '#queries/use-sim-figures.ts'
import type { Plans, Sim } from '#queries/use-sims.ts'
import type { SimsSearch } from '#url/sims-search.ts'
import { useAccount } from '#url/use-account.ts'
import type { Search } from '#url/use-search.ts'
import { PRODUCTS } from '#usage/products.ts'
import type { SimColumn } from '#usage/sim-column.ts'
import { SimRow } from './sim-row.tsx'

/** The columns that sort, in their order; the trend stands beside the usage. */
const COLUMNS: readonly SimColumn[] = [
  'name',
  'usage',
  'limit',
  'cost',
  'status',
  'plan',
  'product',
  'iccid',
  'sid',
]

const COLUMN_NAMES: Record<SimColumn, string> = {
  name: 'Name',
  product: 'Product',
  status: 'Status',
  plan: 'Plan or fleet',
  usage: 'Usage',
  cost: 'Cost',
  limit: 'Limit used this month',
  iccid: 'ICCID',
  sid: 'SID',
}

const WIDTHS: Record<SimColumn, number> = {
  name: 190,
  product: 180,
  status: 130,
  plan: 190,
  usage: 100,
  cost: 120,
  limit: 260,
  iccid: 190,
  sid: 300,
}

/** Those of a column, and of the one beside it that does not sort. */
function widthsOf(column: SimColumn, several: boolean): readonly number[] {
  const beside = column === 'usage' ? 124 : column === 'name' && several ? 140 : undefined
  return beside === undefined ? [WIDTHS[column]] : [WIDTHS[column], beside]
}

/** A number is sorted for its largest first. */
const NUMBERS: readonly SimColumn[] = ['usage', 'cost', 'limit']

/** Any number of SIMs; with the account of each where there are several. */
export function SimTable({
  sims,
  accounts,
  plans,
  figures,
  intervals,
  now,
  state: { search, change },
}: {
  sims: readonly Sim[]
  accounts: readonly Account[]
  plans: Plans
  figures: SimFigures
  intervals: ListedIntervals
  now: Date
  state: Search<SimsSearch>
}) {
  const several = accounts.length > 1
  const [word] = useAccount()
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  const nameOf = (column: SimColumn) =>
    column === 'plan' && search.product !== 'all'
      ? PRODUCTS[search.product].planName
      : COLUMN_NAMES[column]
  return (
    <VirtualTable
      label="SIMs"
      items={sims}
      keyOf={({ account, sid }) => `${account} ${sid}`}
      widths={COLUMNS.flatMap((column) => widthsOf(column, several))}
      resetOn={[
        search.find,
        search.product,
        search.status,
        search.plan,
        search.sort,
        search.order,
      ].join()}
      head={COLUMNS.map((column) => (
        <Fragment key={column}>
          <SortHeading
            name={nameOf(column)}
            order={search.sort === column ? search.order : undefined}
            first={NUMBERS.includes(column) ? 'descending' : 'ascending'}
            number={column === 'usage' || column === 'cost'}
            onSort={(order) => change({ sort: column, order })}
          />
          {column === 'name' && several && <th scope="col">Account</th>}
          {column === 'usage' && <th scope="col">By day</th>}
        </Fragment>
      ))}
      renderCells={(sim, resting) => (
        <SimRow
          {...{ sim, figures, intervals, now, resting }}
          accountName={several ? (names.get(sim.account) ?? sim.account) : undefined}
          account={several ? sim.account : word}
          plan={plans.get(sim.planSid)}
        />
      )}
    />
  )
}

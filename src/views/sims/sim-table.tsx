import { SortHeading } from '#components/tables/sort-heading.tsx'
import { VirtualTable } from '#components/tables/virtual-table.tsx'
import type { Account } from '#queries/gateway/about.ts'
import type { ListedIntervals, SimFigures } from '#queries/sims/use-sim-figures.ts'
import type { Plans, Sim } from '#queries/sims/use-sims.ts'
import type { SimsSearch } from '#url/sims-search.ts'
import { useAccount } from '#url/use-account.ts'
import type { Search } from '#url/use-search.ts'
import { isSimSort, simOrderOf } from '#usage/sims/sim-columns.ts'
import { SHOWN_SIM_COLUMNS, type ShownSimColumn } from './sim-cells.tsx'
import { SimRow } from './sim-row.tsx'

const COLUMNS_OF_ONE_ACCOUNT = SHOWN_SIM_COLUMNS.filter(({ needsAccounts }) => !needsAccounts)

/** Any number of SIMs; with the account of each where there are several. */
export function SimTable({
  sims,
  accounts,
  plans,
  figures,
  intervals,
  now,
  state,
}: {
  sims: readonly Sim[]
  accounts: readonly Account[]
  plans: Plans
  figures: SimFigures
  intervals: ListedIntervals
  now: Date
  state: Search<SimsSearch>
}) {
  const { search } = state
  const several = accounts.length > 1
  const columns = several ? SHOWN_SIM_COLUMNS : COLUMNS_OF_ONE_ACCOUNT
  const [word] = useAccount()
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  return (
    <VirtualTable
      label="SIMs"
      items={sims}
      keyOf={({ account, sid }) => `${account} ${sid}`}
      columns={columns}
      resetOn={[
        search.find,
        search.product,
        search.status,
        search.plan,
        search.sort,
        search.order,
        search.country,
        search.only,
      ].join()}
      head={columns.map((column) => simHeading(column, state))}
      renderCells={(sim, resting) => (
        <SimRow
          {...{ sim, columns, figures, intervals, now, resting }}
          accountName={names.get(sim.account) ?? sim.account}
          account={several ? sim.account : word}
          plan={plans.get(sim.planSid)}
        />
      )}
    />
  )
}

function simHeading(
  { key, heading, headings, isNumber, sort }: ShownSimColumn,
  { search, change }: Search<SimsSearch>,
) {
  const name = search.product === 'all' ? heading : (headings?.[search.product] ?? heading)
  if (!sort || !isSimSort(key)) {
    return (
      <th key={key} scope="col">
        {name}
      </th>
    )
  }
  return (
    <SortHeading
      key={key}
      name={name}
      order={search.sort === key ? simOrderOf(search) : undefined}
      first={sort.first}
      number={isNumber ?? false}
      onSort={(order) => change({ sort: key, order })}
    />
  )
}

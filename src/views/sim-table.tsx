import { Anchor } from '@mantine/core'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { ScrollTable } from '#components/scroll-table.tsx'
import { SortHeading } from '#components/sort-heading.tsx'
import { StatusBadge } from '#components/status-badge.tsx'
import type { Account } from '#queries/about.ts'
import type { AccountSim } from '#queries/use-sims.ts'
import { simPlace } from '#url/product-key.ts'
import type { SimsSearch } from '#url/sims-search.ts'
import { useAccount } from '#url/use-account.ts'
import type { Search } from '#url/use-search.ts'
import type { SimColumn } from '#usage/listed-sims.ts'
import { PLAN_NAMES } from '#usage/part-names.ts'

const COLUMNS: readonly SimColumn[] = ['name', 'status', 'iccid', 'plan', 'sid']

const COLUMN_NAMES: Record<Exclude<SimColumn, 'plan'>, string> = {
  name: 'Name',
  status: 'Status',
  iccid: 'ICCID',
  sid: 'SID',
}

/** Some SIMs; with the account of each where there are several. */
export function SimTable({
  sims,
  accounts,
  planName,
  state: { search, change },
}: {
  sims: readonly AccountSim[]
  accounts: readonly Account[]
  planName: (sid: string) => string
  state: Search<SimsSearch>
}) {
  const several = accounts.length > 1
  const [word] = useAccount()
  const accountName = (account: string) => accounts.find(({ id }) => id === account)?.name
  return (
    <ScrollTable label="SIMs" minWidth={several ? 980 : 860}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <Fragment key={column}>
              <SortHeading
                name={column === 'plan' ? PLAN_NAMES[search.product] : COLUMN_NAMES[column]}
                order={search.sort === column ? search.order : undefined}
                onSort={(order) => change({ sort: column, order })}
              />
              {column === 'name' && several && <th scope="col">Account</th>}
            </Fragment>
          ))}
        </tr>
      </thead>
      <tbody>
        {sims.map((sim) => (
          <tr key={`${sim.account} ${sim.sid}`}>
            <th scope="row">
              <Anchor
                component={Link}
                to={simPlace(sim.sid, several ? sim.account : word)}
                fw={550}
              >
                {sim.name}
              </Anchor>
            </th>
            {several && <td>{accountName(sim.account)}</td>}
            <td>
              <StatusBadge status={sim.status} />
            </td>
            <td>{sim.iccid}</td>
            <td>{planName(sim.planSid)}</td>
            <td>{sim.sid}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

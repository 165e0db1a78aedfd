import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { ScrollTable } from '#components/scroll-table.tsx'
import { StatusBadge } from '#components/status-badge.tsx'
import type { Account } from '#queries/about.ts'
import { type AccountSim, usePlans } from '#queries/use-sims.ts'
import { simPlace } from '#url/product-key.ts'
import { useAccount } from '#url/use-account.ts'
import type { Product } from '#usage/limits.ts'
import { idsOf } from './use-chosen-accounts.ts'

/** Some SIMs; with the account of each where there are several. */
export function SimTable({
  sims,
  accounts,
  product,
}: {
  sims: readonly AccountSim[]
  accounts: readonly Account[]
  product: Product
}) {
  const plans = usePlans(idsOf(accounts), product)
  const planName = (sid: string) => plans.find((plan) => plan.sid === sid)?.name ?? sid
  const several = accounts.length > 1
  const [word] = useAccount()
  const accountName = (account: string) => accounts.find(({ id }) => id === account)?.name
  return (
    <ScrollTable label="SIMs" minWidth={several ? 980 : 860}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          {several && <th scope="col">Account</th>}
          <th scope="col">Status</th>
          <th scope="col">ICCID</th>
          <th scope="col">{product === 'super-sim' ? 'Fleet' : 'Rate plan'}</th>
          <th scope="col">SID</th>
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

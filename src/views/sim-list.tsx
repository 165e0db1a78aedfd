import { Anchor, Button, Skeleton, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { FindInput } from '#components/find-input.tsx'
import { MessageCard } from '#components/message-card.tsx'
import { Notice } from '#components/notice.tsx'
import { Page } from '#components/page.tsx'
import { Panel } from '#components/panel.tsx'
import { ScrollTable } from '#components/scroll-table.tsx'
import { SearchProblemsNotice } from '#components/search-problems-notice.tsx'
import { StatusBadge } from '#components/status-badge.tsx'
import { plansQuery, simsQuery } from '#queries/sims.ts'
import { upstreamErrorOf } from '#upstream/upstream-error.ts'
import { PATHS, productOfSid } from '#url/paths.ts'
import { simsSearch } from '#url/sims-search.ts'
import { useSearch } from '#url/use-search.ts'
import { formatCount } from '#usage/bytes.ts'
import { type FindableSim, findSims } from '#usage/find-sims.ts'
import type { Product } from '#usage/limits.ts'
import { PRODUCT_NAMES, SIMS_NAMES } from '#usage/part-names.ts'
import { ErrorCard } from './error-card.tsx'

const FIRST_ROWS = 50

interface ListedSim extends FindableSim {
  readonly planSid: string
}

/** All SIMs of the account, found by any of their identifiers. */
export function SimList() {
  const { search, problems, change } = useSearch(simsSearch)
  const { product } = search
  const sims = useQuery(simsQuery(product))
  return (
    <Page
      title="SIMs"
      subtitle={sims.data ? `${formatCount(sims.data.length)} ${SIMS_NAMES[product]}` : ' '}
    >
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
      <FindInput
        label="Find a SIM"
        description="By name, SID, ICCID or status"
        value={search.find}
        onChange={(find) => change({ find }, 'replace')}
      />
      <ElsewhereNotice find={search.find} product={product} />
      {sims.isPending && <ListSkeleton />}
      {sims.isError && (
        <ErrorCard
          error={upstreamErrorOf(sims.error)}
          onRetry={() => sims.refetch()}
          retrying={sims.isFetching}
        />
      )}
      {sims.data && (
        <FoundSims
          sims={sims.data}
          product={product}
          find={search.find}
          all={search.rows === 'all'}
          onShow={(all) => change({ rows: all ? 'all' : 'first' })}
          onClear={() => change({ find: '' })}
        />
      )}
    </Page>
  )
}

/** A SID that belongs to the other product is not looked for in vain. */
function ElsewhereNotice({ find, product }: { find: string; product: Product }) {
  const sid = find.trim()
  const other = productOfSid(sid)
  if (!other || other === product) return null
  return (
    <Notice
      kind="info"
      label="Other product"
      title={`This SID belongs to ${PRODUCT_NAMES[other]}.`}
    >
      <Anchor component={Link} to={PATHS.sim(sid)}>
        Open {sid}
      </Anchor>
    </Notice>
  )
}

function FoundSims({
  sims,
  product,
  find,
  all,
  onShow,
  onClear,
}: {
  sims: readonly ListedSim[]
  product: Product
  find: string
  all: boolean
  onShow: (all: boolean) => void
  onClear: () => void
}) {
  const found = findSims(sims, find)
  if (sims.length === 0) {
    return (
      <MessageCard kind="empty" title="This account has no SIMs">
        SIMs that are registered to the account appear here.
      </MessageCard>
    )
  }
  if (found.length === 0) {
    return (
      <MessageCard
        kind="empty"
        title={`No SIM matches “${find}”`}
        action={{ label: 'Clear the search', onClick: onClear }}
      >
        Names, SIDs, ICCIDs and statuses were searched, in every SIM of the account.
      </MessageCard>
    )
  }
  return (
    <Panel title={`${formatCount(found.length)} ${found.length === 1 ? 'SIM' : 'SIMs'}`}>
      <VisuallyHidden role="status">{`${found.length} found`}</VisuallyHidden>
      <SimTable product={product} sims={all ? found : found.slice(0, FIRST_ROWS)} />
      {found.length > FIRST_ROWS && (
        <Button variant="subtle" onClick={() => onShow(!all)}>
          {all ? `Show the first ${FIRST_ROWS} only` : `Show all ${formatCount(found.length)}`}
        </Button>
      )}
    </Panel>
  )
}

function SimTable({ sims, product }: { product: Product; sims: readonly ListedSim[] }) {
  const { data: plans } = useQuery(plansQuery(product))
  const planName = (sid: string) => plans?.find((plan) => plan.sid === sid)?.name ?? sid
  return (
    <ScrollTable label="SIMs" minWidth={860}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Status</th>
          <th scope="col">ICCID</th>
          <th scope="col">{product === 'super-sim' ? 'Fleet' : 'Rate plan'}</th>
          <th scope="col">SID</th>
        </tr>
      </thead>
      <tbody>
        {sims.map((sim) => (
          <tr key={sim.sid}>
            <th scope="row">
              <Anchor component={Link} to={PATHS.sim(sim.sid)} fw={550}>
                {sim.name}
              </Anchor>
            </th>
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

function ListSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading SIMs…</VisuallyHidden>
      <Skeleton height={520} radius={12} />
    </div>
  )
}

import { Anchor, Button, Skeleton, VisuallyHidden } from '@mantine/core'
import { Link } from 'react-router'
import { FindInput } from '#components/find-input.tsx'
import { MessageCard } from '#components/message-card.tsx'
import { Notice } from '#components/notice.tsx'
import { Page } from '#components/page.tsx'
import { Panel } from '#components/panel.tsx'
import { SearchProblemsNotice } from '#components/search-problems-notice.tsx'
import type { Account } from '#queries/about.ts'
import { type AccountSim, useSims } from '#queries/use-sims.ts'
import { productOfSid } from '#url/paths.ts'
import { simPlace } from '#url/product-key.ts'
import { simsSearch } from '#url/sims-search.ts'
import { useSearch } from '#url/use-search.ts'
import { formatCount } from '#usage/bytes.ts'
import { findSims } from '#usage/find-sims.ts'
import type { Product } from '#usage/limits.ts'
import { PRODUCT_NAMES, SIMS_NAMES } from '#usage/part-names.ts'
import { AccountFailures } from './account-failures.tsx'
import { ErrorCard } from './error-card.tsx'
import { SimTable } from './sim-table.tsx'
import { idsOf, useChosenAccounts } from './use-chosen-accounts.ts'

const FIRST_ROWS = 50

/** All SIMs of the account, found by any of their identifiers. */
export function SimList() {
  const { search, problems, change } = useSearch(simsSearch)
  const { product } = search
  const { known, chosen } = useChosenAccounts()
  const { sims, failures, fetching, retry } = useSims(idsOf(chosen), product)
  const nothing = sims === undefined && failures.length === chosen.length
  return (
    <Page title="SIMs" subtitle={sims ? `${formatCount(sims.length)} ${SIMS_NAMES[product]}` : ' '}>
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
      <FindInput
        label="Find a SIM"
        description="By name, SID, ICCID or status"
        value={search.find}
        onChange={(find) => change({ find }, 'replace')}
      />
      <ElsewhereNotice find={search.find} product={product} account={search.account} />
      {!sims && !nothing && <ListSkeleton />}
      {nothing && failures[0] && (
        <ErrorCard error={failures[0].error} onRetry={retry} retrying={fetching} />
      )}
      {sims && (
        <>
          <AccountFailures {...{ known, failures, fetching }} onRetry={retry} />
          <FoundSims
            sims={sims}
            accounts={chosen}
            product={product}
            find={search.find}
            all={search.rows === 'all'}
            onShow={(all) => change({ rows: all ? 'all' : 'first' })}
            onClear={() => change({ find: '' })}
          />
        </>
      )}
    </Page>
  )
}

/** A SID that belongs to the other product is not looked for in vain. */
function ElsewhereNotice({
  find,
  product,
  account,
}: {
  find: string
  product: Product
  account: string
}) {
  const sid = find.trim()
  const other = productOfSid(sid)
  if (!other || other === product) return null
  return (
    <Notice
      kind="info"
      label="Other product"
      title={`This SID belongs to ${PRODUCT_NAMES[other]}.`}
    >
      <Anchor component={Link} to={simPlace(sid, account)}>
        Open {sid}
      </Anchor>
    </Notice>
  )
}

function FoundSims({
  sims,
  accounts,
  product,
  find,
  all,
  onShow,
  onClear,
}: {
  sims: readonly AccountSim[]
  accounts: readonly Account[]
  product: Product
  find: string
  all: boolean
  onShow: (all: boolean) => void
  onClear: () => void
}) {
  const found = findSims(sims, find)
  if (sims.length === 0) {
    return (
      <MessageCard kind="empty" title="There are no SIMs">
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
      <SimTable
        product={product}
        accounts={accounts}
        sims={all ? found : found.slice(0, FIRST_ROWS)}
      />
      {found.length > FIRST_ROWS && (
        <Button variant="subtle" onClick={() => onShow(!all)}>
          {all ? `Show the first ${FIRST_ROWS} only` : `Show all ${formatCount(found.length)}`}
        </Button>
      )}
    </Panel>
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

import { Anchor, Button, Skeleton, VisuallyHidden } from '@mantine/core'
import { Link } from 'react-router'
import { FindInput } from '#components/find-input.tsx'
import { MessageCard } from '#components/message-card.tsx'
import { Notice } from '#components/notice.tsx'
import { Page } from '#components/page.tsx'
import { Panel } from '#components/panel.tsx'
import { SearchProblemsNotice } from '#components/search-problems-notice.tsx'
import type { Account } from '#queries/about.ts'
import { type AccountSim, usePlans, useSims } from '#queries/use-sims.ts'
import { productOfSid } from '#url/paths.ts'
import { simPlace } from '#url/product-key.ts'
import { type SimsSearch, simsSearch } from '#url/sims-search.ts'
import { type Search, useSearch } from '#url/use-search.ts'
import { formatCount } from '#usage/bytes.ts'
import type { Product } from '#usage/limits.ts'
import { listSims } from '#usage/listed-sims.ts'
import { PRODUCT_NAMES, SIMS_NAMES } from '#usage/part-names.ts'
import { AccountFailures } from './account-failures.tsx'
import { ErrorCard } from './error-card.tsx'
import { SimFilters } from './sim-filters.tsx'
import { SimTable } from './sim-table.tsx'
import { idsOf, useChosenAccounts } from './use-chosen-accounts.ts'

const FIRST_ROWS = 50

/** All SIMs of the account, found by any of their identifiers. */
export function SimList() {
  const state = useSearch(simsSearch)
  const { search, problems, change } = state
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
          <FoundSims sims={sims} accounts={chosen} state={state} />
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
  state,
}: {
  sims: readonly AccountSim[]
  accounts: readonly Account[]
  state: Search<SimsSearch>
}) {
  const { search, change } = state
  const plans = usePlans(idsOf(accounts), search.product)
  const planName = (sid: string) => plans.find((plan) => plan.sid === sid)?.name ?? sid
  if (sims.length === 0) {
    return (
      <MessageCard kind="empty" title="There are no SIMs">
        SIMs that are registered to the account appear here.
      </MessageCard>
    )
  }
  const found = listSims(sims, { ...search, descending: search.order === 'descending' }, planName)
  const all = search.rows === 'all'
  return (
    <>
      <SimFilters {...{ sims, plans, state }} />
      {found.length === 0 ? (
        <NothingFound state={state} />
      ) : (
        <Panel title={`${formatCount(found.length)} ${found.length === 1 ? 'SIM' : 'SIMs'}`}>
          <VisuallyHidden role="status">{`${found.length} found`}</VisuallyHidden>
          <SimTable
            {...{ accounts, planName, state }}
            sims={all ? found : found.slice(0, FIRST_ROWS)}
          />
          {found.length > FIRST_ROWS && (
            <Button variant="subtle" onClick={() => change({ rows: all ? 'first' : 'all' })}>
              {all ? `Show the first ${FIRST_ROWS} only` : `Show all ${formatCount(found.length)}`}
            </Button>
          )}
        </Panel>
      )}
    </>
  )
}

function NothingFound({ state: { search, change } }: { state: Search<SimsSearch> }) {
  const filtered = search.status !== '' || search.plan !== ''
  return (
    <MessageCard
      kind="empty"
      title={search.find ? `No SIM matches “${search.find}”` : 'No SIM is like this'}
      action={{
        label: filtered ? 'Clear search and filters' : 'Clear the search',
        onClick: () => change({ find: '', status: '', plan: '' }),
      }}
    >
      Names, SIDs, ICCIDs and statuses were searched, in every SIM of the account
      {filtered ? ' that the filters let through' : ''}.
    </MessageCard>
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

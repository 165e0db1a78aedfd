import { Button } from '@mantine/core'
import { MessageCard } from '#components/notices/message-card.tsx'
import { Notice } from '#components/notices/notice.tsx'
import { SearchProblemsNotice } from '#components/notices/search-problems-notice.tsx'
import { LoadingPart } from '#components/page/loading-part.tsx'
import { Page } from '#components/page/page.tsx'
import { Panel } from '#components/page/panel.tsx'
import { type Column, ColumnTable } from '#components/tables/column-table.tsx'
import { upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { useHeldFailure } from '#queries/again/use-held-error.ts'
import {
  type SharedLink,
  useRevokeSharedLink,
  useSharedLinks,
} from '#queries/gateway/shared-links.ts'
import { keptSearch } from '#url/kept-search.ts'
import { useSearch } from '#url/use-search.ts'
import { parseViewAddress } from '#url/view-address.ts'
import { formatMoment } from '#usage/time/moment.ts'
import { ErrorCard } from '../common/error-card.tsx'
import { describeAddress, describeDates, describeStoreError } from '../common/view-words.ts'

/** The read-only links that are open, and the way to close them. */
export function SharedLinks() {
  const links = useSharedLinks()
  const error = useHeldFailure(links)
  const { problems, change } = useSearch(keptSearch)
  return (
    <Page
      title="Read-only links"
      subtitle="What people without an account can see: made under “Share”, closed here"
    >
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
      {links.isPending && !error && <LoadingPart height={220} radius={12} label="Loading" />}
      {error && (
        <ErrorCard
          error={error}
          words={{ title: 'The links could not be read', detail: describeStoreError(error) }}
          onRetry={() => links.refetch()}
          retrying={links.isFetching}
        />
      )}
      {links.data?.length === 0 && (
        <MessageCard kind="empty" title="No link is open">
          Open a view, choose “Share”, then “Link for people without access”.
        </MessageCard>
      )}
      {links.data && links.data.length > 0 && <OpenLinks links={links.data} />}
    </Page>
  )
}

function OpenLinks({ links }: { links: readonly SharedLink[] }) {
  const revoke = useRevokeSharedLink()
  const columns: readonly Column<SharedLink>[] = [
    { key: 'name', heading: 'Name', cell: ({ name }) => name },
    { key: 'shows', heading: 'Shows', cell: describeLink },
    { key: 'owner', heading: 'Made by', cell: ({ owner }) => owner || '–' },
    {
      key: 'expiresAt',
      heading: 'Open until',
      cell: ({ expiresAt }) => formatMoment(new Date(expiresAt)),
    },
    {
      key: 'actions',
      heading: 'Actions',
      cell: ({ id, name }) => (
        <Button
          size="compact-sm"
          variant="light"
          color="red"
          aria-label={`Revoke ${name}`}
          loading={revoke.isPending && revoke.variables === id}
          onClick={() => revoke.mutate(id)}
        >
          Revoke
        </Button>
      ),
    },
  ]
  return (
    <Panel title={`${links.length} open ${links.length === 1 ? 'link' : 'links'}`}>
      {revoke.isError && (
        <Notice
          kind="warning"
          label="Not closed"
          title={describeStoreError(upstreamErrorOf(revoke.error))}
        />
      )}
      <ColumnTable
        label="Read-only links"
        minWidth={820}
        columns={columns}
        items={links}
        keyOf={({ id }) => id}
      />
    </Panel>
  )
}

function describeLink({ path, search }: SharedLink): string {
  const { range } = parseViewAddress(path, search)
  return `${describeAddress(path, search)}, ${describeDates(range)}`
}

import { Button, Skeleton } from '@mantine/core'
import { MessageCard } from '#components/message-card.tsx'
import { Notice } from '#components/notice.tsx'
import { Page } from '#components/page.tsx'
import { Panel } from '#components/panel.tsx'
import { ScrollTable } from '#components/scroll-table.tsx'
import { SearchProblemsNotice } from '#components/search-problems-notice.tsx'
import { type SharedLink, useRevokeSharedLink, useSharedLinks } from '#queries/shared-links.ts'
import { upstreamErrorOf } from '#upstream/upstream-error.ts'
import { keptSearch } from '#url/kept-search.ts'
import { useSearch } from '#url/use-search.ts'
import { parseViewAddress } from '#url/view-address.ts'
import { formatMoment } from '#usage/moment.ts'
import { describeAddress, describeDates, describeStoreError } from './view-words.ts'

/** The read-only links that are open, and the way to close them. */
export function SharedLinks() {
  const links = useSharedLinks()
  const { problems, change } = useSearch(keptSearch)
  return (
    <Page
      title="Read-only links"
      subtitle="What people without an account can see: made under “Copy link”, closed here"
    >
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
      {links.isPending && <Skeleton height={220} radius={12} aria-label="Loading" />}
      {links.isError && !links.data && (
        <MessageCard
          kind="error"
          title="The links could not be read"
          action={{ label: 'Try again', onClick: () => links.refetch(), busy: links.isFetching }}
        >
          {describeStoreError(upstreamErrorOf(links.error))}
        </MessageCard>
      )}
      {links.data?.length === 0 && (
        <MessageCard kind="empty" title="No link is open">
          Open a view, choose “Copy link”, then “Link for people without access”.
        </MessageCard>
      )}
      {links.data && links.data.length > 0 && <OpenLinks links={links.data} />}
    </Page>
  )
}

function OpenLinks({ links }: { links: readonly SharedLink[] }) {
  const revoke = useRevokeSharedLink()
  return (
    <Panel title={`${links.length} open ${links.length === 1 ? 'link' : 'links'}`}>
      {revoke.isError && (
        <Notice
          kind="warning"
          label="Not closed"
          title={describeStoreError(upstreamErrorOf(revoke.error))}
        />
      )}
      <ScrollTable label="Read-only links" minWidth={820}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Shows</th>
            <th scope="col">Made by</th>
            <th scope="col">Open until</th>
            <th scope="col">Actions</th>
          </tr>
        </thead>
        <tbody>
          {links.map(({ id, name, path, search, owner, expiresAt }) => {
            const address = parseViewAddress(path, search)
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  {describeAddress(address)}, {describeDates(address.range)}
                </td>
                <td>{owner || '–'}</td>
                <td>{formatMoment(new Date(expiresAt))}</td>
                <td>
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
                </td>
              </tr>
            )
          })}
        </tbody>
      </ScrollTable>
    </Panel>
  )
}

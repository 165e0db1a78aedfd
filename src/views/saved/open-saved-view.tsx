import { Anchor } from '@mantine/core'
import { Link, Navigate, useParams } from 'react-router'
import { MessageCard } from '#components/notices/message-card.tsx'
import { Page } from '#components/page/page.tsx'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { useSavedView } from '#queries/gateway/saved-views.ts'
import { PATHS } from '#url/paths.ts'
import { describeStoreError } from '../common/view-words.ts'

/** Goes to what a saved view shows. */
export function OpenSavedView() {
  const { id = '' } = useParams()
  const view = useSavedView(id)
  if (view.data) {
    return <Navigate to={{ pathname: view.data.path, search: view.data.search }} replace />
  }
  if (!view.isError) {
    return (
      <Page title="Saved view">
        <UsageSkeleton />
      </Page>
    )
  }
  const error = upstreamErrorOf(view.error)
  return (
    <Page title="Saved view">
      {error.kind === 'notFound' ? (
        <MessageCard kind="empty" title="This view does not exist any more">
          <p>It may have been deleted; whoever deleted it can bring it back for a month.</p>
          <Anchor component={Link} to={PATHS.views}>
            All saved views
          </Anchor>
        </MessageCard>
      ) : (
        <MessageCard
          kind="error"
          title="The view could not be opened"
          action={{
            label: 'Try again',
            onClick: () => view.refetch(),
            busy: view.isFetching,
          }}
        >
          {describeStoreError(error)}
        </MessageCard>
      )}
    </Page>
  )
}

import { Anchor } from '@mantine/core'
import { Link, Navigate, useParams } from 'react-router'
import { MessageCard } from '#components/notices/message-card.tsx'
import { Page } from '#components/page/page.tsx'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { useHeldFailure } from '#queries/again/use-held-error.ts'
import { useSavedView } from '#queries/gateway/saved-views.ts'
import { PATHS } from '#url/paths.ts'
import { ErrorCard } from '../common/error-card.tsx'
import { describeStoreError } from '../common/view-words.ts'

/** Goes to what a saved view shows. */
export function OpenSavedView() {
  const { id = '' } = useParams()
  const view = useSavedView(id)
  const error = useHeldFailure(view)
  if (view.data) {
    return <Navigate to={{ pathname: view.data.path, search: view.data.search }} replace />
  }
  if (!error) {
    return (
      <Page title="Saved view">
        <UsageSkeleton />
      </Page>
    )
  }
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
        <ErrorCard
          error={error}
          words={{ title: 'The view could not be opened', detail: describeStoreError(error) }}
          onRetry={() => view.refetch()}
          retrying={view.isFetching}
        />
      )}
    </Page>
  )
}

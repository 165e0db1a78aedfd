import { useState } from 'react'
import { useNavigate } from 'react-router'
import { FindInput } from '#components/find-input.tsx'
import { MessageCard } from '#components/notices/message-card.tsx'
import { SearchProblemsNotice } from '#components/notices/search-problems-notice.tsx'
import { LoadingPart } from '#components/page/loading-part.tsx'
import { Page } from '#components/page/page.tsx'
import { Panel } from '#components/page/panel.tsx'
import { useHeldFailure } from '#queries/again/use-held-error.ts'
import { useAbout } from '#queries/gateway/about.ts'
import { type SavedView, useSavedViews } from '#queries/gateway/saved-views.ts'
import { PATHS } from '#url/paths.ts'
import { useSearch } from '#url/use-search.ts'
import { viewsSearch } from '#url/views-search.ts'
import { ErrorCard } from '../common/error-card.tsx'
import { describeStoreError } from '../common/view-words.ts'
import { SavedViewsTable } from './saved-views-table.tsx'
import { type ViewOutcome, ViewOutcomeNotice } from './view-outcome-notice.tsx'

/** Every view that has a name: found, opened, renamed, copied, deleted and brought back. */
export function SavedViews() {
  const { search, problems, change } = useSearch(viewsSearch)
  const views = useSavedViews()
  const error = useHeldFailure(views)
  const [outcome, setOutcome] = useState<ViewOutcome>()
  const { data: about } = useAbout()
  const subtitle = about?.person
    ? 'Seen by whoever may see their accounts, changed and deleted by their owners alone'
    : 'Shared by everybody who uses this dashboard'
  return (
    <Page title="Saved views" subtitle={subtitle}>
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
      <FindInput
        label="Find a view"
        description="By name, description or owner"
        value={search.find}
        onChange={(find) => change({ find }, 'replace')}
      />
      {outcome && <ViewOutcomeNotice outcome={outcome} onOutcome={setOutcome} />}
      {views.isPending && !error && <LoadingPart height={320} radius={12} label="Loading" />}
      {error && (
        <ErrorCard
          error={error}
          words={{ title: 'The saved views could not be read', detail: describeStoreError(error) }}
          onRetry={() => views.refetch()}
          retrying={views.isFetching}
        />
      )}
      {views.data && (
        <FoundViews
          views={views.data}
          find={search.find}
          onClear={() => change({ find: '' })}
          onOutcome={setOutcome}
        />
      )}
    </Page>
  )
}

function FoundViews({
  views,
  find,
  onClear,
  onOutcome,
}: {
  views: readonly SavedView[]
  find: string
  onClear: () => void
  onOutcome: (outcome: ViewOutcome | undefined) => void
}) {
  const navigate = useNavigate()
  const found = views.filter((view) => isFound(view, find))
  if (views.length === 0) {
    return (
      <MessageCard
        kind="empty"
        title="No view is saved yet"
        action={{ label: 'Open the account’s usage', onClick: () => navigate(PATHS.account) }}
      >
        Open what you look at often, then choose “Save view” at the top of the page.
      </MessageCard>
    )
  }
  if (found.length === 0) {
    return (
      <MessageCard
        kind="empty"
        title={`No view matches “${find}”`}
        action={{ label: 'Clear the search', onClick: onClear }}
      >
        Names, descriptions and owners were searched.
      </MessageCard>
    )
  }
  return (
    <Panel title={`${found.length} ${found.length === 1 ? 'view' : 'views'}`}>
      <SavedViewsTable views={found} onOutcome={onOutcome} />
    </Panel>
  )
}

/** Whether every word of a search is somewhere in a view's texts. */
function isFound({ name, description, owner }: SavedView, find: string): boolean {
  const texts = `${name} ${description} ${owner}`.toLocaleLowerCase('en')
  return find
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .every((word) => texts.includes(word))
}

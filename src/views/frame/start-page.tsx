import { useTimeout } from '@mantine/hooks'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { Page } from '#components/page/page.tsx'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { useSavedViews } from '#queries/gateway/saved-views.ts'
import { PATHS } from '#url/paths.ts'

/** Nobody waits longer than this for the store to say which view comes first. */
const PATIENCE_MILLISECONDS = 1_500

/** The view that was chosen to begin with; the account where none was, or none can be found out. */
export function StartPage() {
  const { data, isPending } = useSavedViews()
  const [waited, setWaited] = useState(false)
  useTimeout(() => setWaited(true), PATIENCE_MILLISECONDS, { autoInvoke: true })
  const start = data?.find((view) => view.start)
  if (start) return <Navigate to={{ pathname: start.path, search: start.search }} replace />
  if (!isPending || waited) return <Navigate to={PATHS.account} replace />
  return (
    <Page title="Usage">
      <UsageSkeleton />
    </Page>
  )
}

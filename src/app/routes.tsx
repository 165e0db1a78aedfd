import { createBrowserRouter } from 'react-router'
import { PATHS } from '#url/paths.ts'
import { AccountGate } from '#views/account-gate.tsx'
import { AccountUsage } from '#views/account-usage.tsx'
import { CrashPage } from '#views/crash-page.tsx'
import { KeptUsage } from '#views/kept-usage.tsx'
import { NotFoundPage } from '#views/not-found-page.tsx'
import { OpenSavedView } from '#views/open-saved-view.tsx'
import { SavedViews } from '#views/saved-views.tsx'
import { SimList } from '#views/sim-list.tsx'
import { SimUsage } from '#views/sim-usage.tsx'
import { StartPage } from '#views/start-page.tsx'
import { PageFrame } from './page-frame.tsx'

/** Which view each address shows. */
export function createRouter() {
  return createBrowserRouter([
    {
      element: <PageFrame />,
      errorElement: <CrashPage />,
      children: [
        {
          element: <AccountGate />,
          children: [
            { path: PATHS.account, element: <AccountUsage /> },
            { path: PATHS.sims, element: <SimList /> },
            { path: `${PATHS.sims}/:sid`, element: <SimUsage /> },
            { path: PATHS.kept, element: <KeptUsage /> },
          ],
        },
        { index: true, element: <StartPage /> },
        { path: PATHS.views, element: <SavedViews /> },
        { path: '/v/:id', element: <OpenSavedView /> },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ])
}

import { createBrowserRouter } from 'react-router'
import { PATHS } from '#url/paths.ts'
import { AccountGate } from '#views/account-gate.tsx'
import { AccountUsage } from '#views/account-usage.tsx'
import { CrashPage } from '#views/crash-page.tsx'
import { KeptUsage } from '#views/kept-usage.tsx'
import { Movers } from '#views/movers.tsx'
import { NotFoundPage } from '#views/not-found-page.tsx'
import { OpenSavedView } from '#views/open-saved-view.tsx'
import { SavedViews } from '#views/saved-views.tsx'
import { SharedLinks } from '#views/shared-links.tsx'
import { SignedOutPage } from '#views/signed-out-page.tsx'
import { SimList } from '#views/sim-list.tsx'
import { SimUsage } from '#views/sim-usage.tsx'
import { StartPage } from '#views/start-page.tsx'
import { PageFrame } from './page-frame.tsx'
import { SharedFrame } from './shared-frame.tsx'

/** Which view each address shows. */
export function createRouter() {
  return createBrowserRouter([
    { path: '/s/:token', element: <SharedFrame />, errorElement: <CrashPage /> },
    {
      element: <PageFrame />,
      errorElement: <CrashPage />,
      children: [
        {
          element: <AccountGate />,
          children: [
            { path: PATHS.account, element: <AccountUsage /> },
            { path: PATHS.movers, element: <Movers /> },
            { path: PATHS.sims, element: <SimList /> },
            { path: `${PATHS.sims}/:sid`, element: <SimUsage /> },
            { path: PATHS.kept, element: <KeptUsage /> },
          ],
        },
        { index: true, element: <StartPage /> },
        { path: PATHS.views, element: <SavedViews /> },
        { path: PATHS.links, element: <SharedLinks /> },
        { path: PATHS.signedOut, element: <SignedOutPage /> },
        { path: PATHS.signInFailed, element: <SignedOutPage failed /> },
        { path: '/v/:id', element: <OpenSavedView /> },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ])
}

import { createBrowserRouter, Navigate } from 'react-router'
import { PATHS } from '#url/paths.ts'
import { AccountUsage } from '#views/account-usage.tsx'
import { CrashPage } from '#views/crash-page.tsx'
import { NotFoundPage } from '#views/not-found-page.tsx'
import { SimList } from '#views/sim-list.tsx'
import { SimUsage } from '#views/sim-usage.tsx'
import { PageFrame } from './page-frame.tsx'

/** Which view each address shows. */
export function createRouter() {
  return createBrowserRouter([
    {
      element: <PageFrame />,
      errorElement: <CrashPage />,
      children: [
        { index: true, element: <Navigate to={PATHS.account} replace /> },
        { path: PATHS.account, element: <AccountUsage /> },
        { path: PATHS.sims, element: <SimList /> },
        { path: `${PATHS.sims}/:sid`, element: <SimUsage /> },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ])
}

import { type ComponentType, Suspense } from 'react'
import { type RouteObject, useRoutes } from 'react-router'
import { loadLater } from '#components/load-later.ts'
import { UsageSkeleton } from '#components/usage-skeleton.tsx'
import { PATHS } from '#url/paths.ts'
import { AccountGate } from '#views/account-gate.tsx'
import { AccountUsage } from '#views/account-usage.tsx'
import { StartPage } from '#views/start-page.tsx'
import { PageFrame } from './page-frame.tsx'

/** A view that is loaded when somebody goes to it; the one that most begin with is there at once. */
function late<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const View = loadLater(load)
  return function LateView(props: P) {
    return (
      <Suspense fallback={<UsageSkeleton />}>
        <View {...props} />
      </Suspense>
    )
  }
}

const KeptUsage = late(async () => (await import('#views/kept-usage.tsx')).KeptUsage)
const Movers = late(async () => (await import('#views/movers.tsx')).Movers)
const NotFoundPage = late(async () => (await import('#views/not-found-page.tsx')).NotFoundPage)
const OpenSavedView = late(async () => (await import('#views/open-saved-view.tsx')).OpenSavedView)
const SavedViews = late(async () => (await import('#views/saved-views.tsx')).SavedViews)
const SharedFrame = late(async () => (await import('./shared-frame.tsx')).SharedFrame)
const SharedLinks = late(async () => (await import('#views/shared-links.tsx')).SharedLinks)
const SignedOutPage = late(async () => (await import('#views/signed-out-page.tsx')).SignedOutPage)
const SimList = late(async () => (await import('#views/sim-list.tsx')).SimList)
const SimUsage = late(async () => (await import('#views/sim-usage.tsx')).SimUsage)

const ROUTES: RouteObject[] = [
  { path: '/s/:token', element: <SharedFrame /> },
  {
    element: <PageFrame />,
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
]

/** The view that the address shows. */
export function AppRoutes() {
  return useRoutes(ROUTES)
}

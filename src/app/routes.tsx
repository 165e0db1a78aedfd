import type { ComponentType } from 'react'
import { type RouteObject, useRoutes } from 'react-router'
import { loadComponentOnce, useLoading } from '#components/page/load-later.ts'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { PATHS } from '#url/paths.ts'
import { AccountUsage } from '#views/account/account-usage.tsx'
import { AccountGate } from '#views/frame/account-gate.tsx'
import { StartPage } from '#views/frame/start-page.tsx'
import { LATE_VIEWS, type LateView } from './late-views.ts'
import { PageFrame } from './page-frame.tsx'

/** A view that is there once it has been loaded. */
function late(loading: LateView['loading']): ComponentType {
  return function Late() {
    const View = useLoading(loading)?.default
    return View ? <View /> : <UsageSkeleton />
  }
}

const NotFoundPage = late(
  loadComponentOnce(async () => (await import('#views/frame/not-found-page.tsx')).NotFoundPage),
)

/** The routes of the late views that stand within something. */
function lateRoutes(place: LateView['within']): RouteObject[] {
  return LATE_VIEWS.filter(({ within }) => within === place).map(({ path, loading }) => {
    const View = late(loading)
    return { path, element: <View /> }
  })
}

const ROUTES: RouteObject[] = [
  ...lateRoutes('nothing'),
  {
    element: <PageFrame />,
    children: [
      {
        element: <AccountGate />,
        children: [{ path: PATHS.account, element: <AccountUsage /> }, ...lateRoutes('accounts')],
      },
      { index: true, element: <StartPage /> },
      ...lateRoutes('page'),
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]

/** The view that the address shows. */
export function AppRoutes() {
  return useRoutes(ROUTES)
}

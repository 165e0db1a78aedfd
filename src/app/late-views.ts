import type { ComponentType } from 'react'
import { type Loading, loadComponentOnce } from '#components/page/load-later.ts'
import { PATHS } from '#url/paths.ts'

/** A view that is loaded when somebody goes to it, or begins there. */
export interface LateView {
  /** Where it stands, with `:name` for what differs. */
  readonly path: string
  /** What it stands in: the page and its accounts, the page alone, or nothing. */
  readonly within: 'accounts' | 'page' | 'nothing'
  readonly loading: Loading<{ readonly default: ComponentType }>
  /** Whether it shows usage, and needs what shows that. */
  readonly showsUsage?: boolean
}

/** All views but that of accounts, which most begin with and is there at once. */
export const LATE_VIEWS: readonly LateView[] = [
  {
    path: PATHS.movers,
    within: 'accounts',
    loading: loadComponentOnce(async () => (await import('#views/movers/movers.tsx')).Movers),
  },
  {
    path: PATHS.sims,
    within: 'accounts',
    loading: loadComponentOnce(async () => (await import('#views/sims/sim-list.tsx')).SimList),
  },
  {
    path: PATHS.report,
    within: 'accounts',
    loading: loadComponentOnce(
      async () => (await import('#views/report/month-report.tsx')).MonthReport,
    ),
  },
  {
    path: `${PATHS.sims}/:sid`,
    within: 'accounts',
    loading: loadComponentOnce(async () => (await import('#views/sim/sim-usage.tsx')).SimUsage),
    showsUsage: true,
  },
  {
    path: PATHS.kept,
    within: 'accounts',
    loading: loadComponentOnce(async () => (await import('#views/kept/kept-usage.tsx')).KeptUsage),
  },
  {
    path: PATHS.views,
    within: 'page',
    loading: loadComponentOnce(
      async () => (await import('#views/saved/saved-views.tsx')).SavedViews,
    ),
  },
  {
    path: PATHS.links,
    within: 'page',
    loading: loadComponentOnce(
      async () => (await import('#views/links/shared-links.tsx')).SharedLinks,
    ),
  },
  {
    path: PATHS.help,
    within: 'page',
    loading: loadComponentOnce(async () => (await import('#views/help/help.tsx')).Help),
  },
  {
    path: PATHS.signedOut,
    within: 'page',
    loading: loadComponentOnce(
      async () => (await import('#views/frame/signed-out-page.tsx')).SignedOutPage,
    ),
  },
  {
    path: PATHS.signInFailed,
    within: 'page',
    loading: loadComponentOnce(
      async () => (await import('#views/frame/signed-out-page.tsx')).SignInFailedPage,
    ),
  },
  {
    path: '/v/:id',
    within: 'page',
    loading: loadComponentOnce(
      async () => (await import('#views/saved/open-saved-view.tsx')).OpenSavedView,
    ),
    showsUsage: true,
  },
  {
    path: '/s/:token',
    within: 'nothing',
    loading: loadComponentOnce(async () => (await import('./shared-frame.tsx')).SharedFrame),
    showsUsage: true,
  },
]

/** The late view at an address, if it is one's. Asked before the router, which matches routes, is there. */
export function lateViewAt(pathname: string): LateView | undefined {
  return LATE_VIEWS.find(({ path }) =>
    new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`).test(pathname),
  )
}

/** The addresses of the views. */
export const PATHS = {
  /** The page to begin with. */
  start: '/',
  account: '/account',
  movers: '/movers',
  sims: '/sims',
  report: '/report',
  views: '/views',
  kept: '/kept',
  links: '/links',
  help: '/help',
  link: (token: string) => `/s/${encodeURIComponent(token)}`,
  signedOut: '/signed-out',
  signInFailed: '/sign-in-failed',
  view: (id: string) => `/v/${encodeURIComponent(id)}`,
  sim: (sid: string) => `/sims/${encodeURIComponent(sid)}`,
} as const

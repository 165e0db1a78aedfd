import type { ViewReader } from '#gateway/store/view-rows.ts'

/** Whoever uses a dashboard of one account without signing in. */
export const ANYBODY: ViewReader = { person: '', accounts: ['main'] }

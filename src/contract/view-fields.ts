import * as z from 'zod/mini'

/** How long each text may be that somebody says of a view. */
const LONGEST = { name: 100, description: 500, owner: 100, path: 100, search: 2000 } as const

/** A text of a view. Postgres has no NUL in one. */
export const viewText = (field: keyof typeof LONGEST) =>
  z.string().check(z.trim(), z.maxLength(LONGEST[field]), z.regex(/^[^\0]*$/))

/** What a view or a link is called. */
export const viewName = viewText('name').check(z.minLength(1))

/** Only what the dashboard itself shows: a view never leads elsewhere. */
export const viewPath = viewText('path').check(z.regex(/^\/(account|sims(\/[\w.-]{1,64})?)$/))

/** The query of a view's address. */
export const viewSearch = viewText('search').check(z.regex(/^[^?#\s]*$/))

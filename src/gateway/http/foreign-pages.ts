import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { refuse } from '../kore/answer.ts'

/**
 * Keeps a page of somebody else's from changing something here with its visitor's browser: what
 * changes anything comes from this origin and is JSON, which no other site can send without asking.
 */
export const refuseForeignPages = createMiddleware(async (context, next) => {
  if (context.req.method === 'GET') return next()
  if (isForeign(context)) {
    return refuse(context, 403, 'This is changed from the dashboard itself only.')
  }
  const json = /^application\/json\b/.test(context.req.header('Content-Type') ?? '')
  return json ? next() : refuse(context, 415, 'The body must be application/json.')
})

/**
 * Keeps a page of somebody else's from asking for anything with its visitor's browser, as a picture or a
 * script may: it could not read the answer, but KORE would have been asked.
 */
export const refuseForeignReads = createMiddleware(async (context, next) =>
  isForeign(context)
    ? refuse(context, 403, 'This is read from the dashboard itself only.')
    : next(),
)

/** Whether another site's page asks; what is no browser, or an old one, does not say. */
function isForeign(context: Context): boolean {
  return !['same-origin', 'none'].includes(context.req.header('Sec-Fetch-Site') ?? 'none')
}

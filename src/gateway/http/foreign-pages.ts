import { createMiddleware } from 'hono/factory'
import { refuse } from '../kore/answer.ts'

/**
 * Keeps a page of somebody else's from changing something here with its visitor's browser: what
 * changes anything comes from this origin and is JSON, which no other site can send without asking.
 */
export const refuseForeignPages = createMiddleware(async (context, next) => {
  if (context.req.method === 'GET') return next()
  const site = context.req.header('Sec-Fetch-Site') ?? 'same-origin'
  if (!['same-origin', 'none'].includes(site)) {
    return refuse(context, 403, 'This is changed from the dashboard itself only.')
  }
  const json = /^application\/json\b/.test(context.req.header('Content-Type') ?? '')
  return json ? next() : refuse(context, 415, 'The body must be application/json.')
})

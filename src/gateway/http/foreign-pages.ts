import { createMiddleware } from 'hono/factory'
import { refuse } from '../kore/answer.ts'

/**
 * Keeps a page of somebody else's from asking for anything with its visitor's browser, as a picture or a
 * form may: it could not read the answer, but KORE would have been asked, or something changed. What is no
 * browser, or an old one, does not say whose page asks.
 */
export const refuseForeignPages = createMiddleware(async (context, next) => {
  const site = context.req.header('Sec-Fetch-Site') ?? 'none'
  return site === 'same-origin' || site === 'none'
    ? next()
    : refuse(context, 403, 'Only the dashboard itself may ask for this.')
})

/** Takes a change as JSON alone, which no page of another site can send without asking first. */
export const takeJsonOnly = createMiddleware(async (context, next) => {
  if (context.req.method === 'GET') return next()
  const json = /^application\/json\b/.test(context.req.header('Content-Type') ?? '')
  return json ? next() : refuse(context, 415, 'The body must be application/json.')
})

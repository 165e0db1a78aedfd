import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { SecureHeadersVariables } from 'hono/secure-headers'
import type { SignIn } from '../sign-in/sign-in.ts'
import type { Identified } from './reader.ts'

/** The built app. */
export interface BuiltApp {
  readonly folder: string
  /**
   * Its page for one answer, with that answer's nonce.
   *
   * @param link the token of the link that the page shows
   */
  readonly page: (nonce: string, link?: string) => string
}

/** Below which the pages of read-only links are. */
const LINKS = '/s/'

/** What the steps of one request know of it. */
export type PageVariables = { Variables: SecureHeadersVariables & Identified['Variables'] }

/** Pages that anybody may open: they hold nothing. */
const PUBLIC_PAGES = /^\/(signed-out|sign-in-failed|help|s\/[^/]+)$/

/** Serves the app: its files, and its page at every other address, to whoever may see it. */
export function serveApp(
  gateway: Hono<PageVariables>,
  { folder, page }: BuiltApp,
  signIn: SignIn | undefined,
): void {
  gateway.use('/assets/*', async (context, next) => {
    await next()
    // Their names hold a digest of what is in them.
    if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable')
  })
  const files = serveStatic<PageVariables>({ root: folder, precompressed: true })
  gateway.get('/assets/*', files)
  const show = (context: Context<PageVariables>) => servePage(context, page)
  const signedIn = createMiddleware((context, next) => {
    if (!signIn || PUBLIC_PAGES.test(context.req.path)) return next()
    return signIn.require(context, next)
  })
  gateway.get('/', signedIn, show)
  gateway.get('*', files)
  gateway.get('*', (context, next) =>
    /\.\w+$/.test(context.req.path) ? context.notFound() : next(),
  )
  gateway.get('*', signedIn, show)
}

function servePage(context: Context<PageVariables>, page: BuiltApp['page']): Response {
  context.header('Cache-Control', 'no-store')
  const { path } = context.req
  const link = path.startsWith(LINKS) ? path.slice(LINKS.length) : undefined
  return context.html(page(context.get('secureHeadersNonce') ?? '', link))
}

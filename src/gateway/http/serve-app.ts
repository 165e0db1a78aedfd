import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { SecureHeadersVariables } from 'hono/secure-headers'
import type { SignIn } from '../sign-in/sign-in.ts'
import type { SharedLinks } from '../store/shared-links.ts'
import { wordsOfLink } from './link-words.ts'
import type { Page } from './page.ts'
import type { Identified } from './reader.ts'

/** The built app. */
export interface BuiltApp {
  readonly folder: string
  readonly page: Page
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
  {
    signIn,
    links,
  }: { readonly signIn: Pick<SignIn, 'require'> | undefined; readonly links: SharedLinks },
): void {
  gateway.use('/assets/*', async (context, next) => {
    await next()
    // Their names hold a digest of what is in them.
    if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable')
  })
  const files = serveStatic<PageVariables>({ root: folder, precompressed: true })
  gateway.get('/assets/*', files)
  const show = (context: Context<PageVariables>) => servePage(context, page, links)
  const signedIn = createMiddleware((context, next) => {
    if (!signIn || PUBLIC_PAGES.test(context.req.path)) return next()
    return signIn.require(context, next)
  })
  gateway.get('/', signedIn, show)
  gateway.get('*', (context, next) => (isFile(context.req.path) ? files(context, next) : next()))
  gateway.get('*', (context, next) => (isFile(context.req.path) ? context.notFound() : next()))
  gateway.get('*', signedIn, show)
}

/** Whether a path is that of a file; the page is none, whatever it is called. */
function isFile(path: string): boolean {
  const name = decode(path)
  return /\.\w+$/.test(name) && !/\.html?$/i.test(name)
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

async function servePage(
  context: Context<PageVariables>,
  page: Page,
  links: SharedLinks,
): Promise<Response> {
  context.header('Cache-Control', 'no-store')
  const { path } = context.req
  const nonce = context.get('secureHeadersNonce') ?? ''
  if (!path.startsWith(LINKS)) return context.html(page(nonce))
  // Whoever has the address can read what it shows: no search engine is to be one of them.
  context.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
  const token = path.slice(LINKS.length)
  // The page itself says where its link is closed, or the store is out of reach.
  const link = await links.find(token).catch(() => undefined)
  return context.html(page(nonce, { token, words: link && wordsOfLink(link) }))
}

import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { createMiddleware } from 'hono/factory'
import { requestId } from 'hono/request-id'
import { NONCE, type SecureHeadersVariables, secureHeaders } from 'hono/secure-headers'
import { type AboutAnswer, GATEWAY_PATHS, type LinkAnswer } from '#upstream/gateway-paths.ts'
import { type Account, answerOfAccount } from './account.ts'
import { matchAllowedRequest } from './allowed-requests.ts'
import { gatewayAnswer } from './answer.ts'
import type { KeptAnswer } from './kept-answers.ts'
import { keptUsageApi } from './kept-usage-api.ts'
import { isWithinView } from './link-scope.ts'
import { type Identified, identifyReader, type Reader } from './reader.ts'
import { savedViewsApi } from './saved-views-api.ts'
import { sharedLinksApi } from './shared-links-api.ts'
import type { SignIn } from './sign-in.ts'
import type { Store } from './store/open-store.ts'
import { createSharedLinks, type KeptLink } from './store/shared-links.ts'
import type { Watch } from './watch.ts'

/** What the gateway serves and to whom. */
export interface GatewayParts {
  readonly accounts: readonly Account[]
  readonly source: AboutAnswer['source']
  readonly store: Store
  readonly watch: Watch
  readonly allowedHosts: readonly string[]
  /** Undefined where nobody has to sign in. */
  readonly signIn?: SignIn | undefined
  /** The folder of the built app and its page; without them only the API is served. */
  readonly app?: {
    readonly folder: string
    readonly page: (nonce: string) => string
  }
}

type Variables = { Variables: SecureHeadersVariables & Identified['Variables'] }

/** The gateway as a handler of requests: host check, headers, health, sign-in, API, app. */
export function createGateway({
  accounts,
  source,
  store,
  watch,
  allowedHosts,
  signIn,
  app,
}: GatewayParts) {
  const links = createSharedLinks(store)
  const gateway = new Hono<Variables>()
    .use(requestId())
    .use(watch.requests())
    .use(refuseForeignHosts(allowedHosts))
    .use(strictHeaders())
    .use(compress())
    .get('/healthz', (context) => context.json({ status: 'ok' }))
    .get('/readyz', (context) => readiness(context, accounts, store))
    .get('/metrics', async (context) => context.text(await watch.metrics()))
  if (signIn) gateway.use(signIn.prepare).route('/', signIn.routes)
  gateway
    .use('/api/*', identifyReader({ accounts, links, signIn }))
    .get(GATEWAY_PATHS.about, async (context) => {
      context.header('Cache-Control', 'no-store')
      return context.json(await aboutFor(context.get('reader'), source))
    })
    .route(GATEWAY_PATHS.views, savedViewsApi(store))
    .route(GATEWAY_PATHS.links, sharedLinksApi(links))
    .all(`${GATEWAY_PATHS.accounts}/:account/*`, (context) => serveAccount(context))
    .all('/api/*', () => reply(gatewayAnswer(404, 'There is nothing here.')))
  if (app) serveApp(gateway, app, signIn)
  return gateway
}

async function aboutFor(
  { person, accounts, link }: Reader,
  source: AboutAnswer['source'],
): Promise<AboutAnswer> {
  const [first] = accounts
  // The first answer of the upstream, its token, tells what time it is there.
  await first?.upstream.ready().catch(() => undefined)
  const now = first?.upstream.clock.now() ?? new Date()
  return {
    source,
    accounts: accounts.map(answerOfAccount),
    now: now.toISOString(),
    ...(person ? { person: { email: person.email, name: person.name } } : {}),
    ...(link ? { link: answerOfLink(link) } : {}),
  }
}

/** What the reader of a link may know of it. */
function answerOfLink({ name, path, search, expiresAt }: KeptLink): LinkAnswer {
  return { name, path, search, expiresAt }
}

/** Everything below one account: what is kept of it, and what is forwarded. */
async function serveAccount(context: Context<Variables>): Promise<Response> {
  const id = context.req.param('account')
  const { accounts, link } = context.get('reader')
  const account = accounts.find((one) => one.id === id)
  // Whoever may not see an account does not learn that it is there.
  if (!account) return reply(gatewayAnswer(404, 'There is no such account for you.'))
  const { pathname, search } = new URL(context.req.url)
  const path = pathname.slice(`${GATEWAY_PATHS.accounts}/${id}`.length)
  if (!link && (path === '/kept' || path.startsWith('/kept/'))) {
    const url = new URL(path.slice('/kept'.length) || '/', context.req.url)
    return keptUsageApi(account).fetch(new Request(url, context.req.raw))
  }
  if (context.req.method !== 'GET') {
    return reply(gatewayAnswer(405, 'The gateway forwards GET requests only.'))
  }
  const allowed = matchAllowedRequest(path)
  if (!allowed) return reply(gatewayAnswer(404, 'The gateway does not forward this path.'))
  if (link && !isWithinView(link, allowed, search, account.upstream.clock.now())) {
    return reply(gatewayAnswer(403, 'This link does not show that.'))
  }
  const control = context.req.header('Cache-Control') ?? ''
  if (/\bonly-if-cached\b/.test(control)) {
    const kept = await account.upstream.find(allowed, search)
    // An error would be one only to the browser's console: it is no fault that nothing was kept.
    return kept ? reply(kept) : context.body(null, 204, { 'Cache-Control': 'no-store' })
  }
  // Whoever has a link only does not decide how often KORE is asked.
  const anew = !link && /\bno-cache\b/.test(control)
  const answer = await account.upstream.get(allowed, search, anew)
  return reply(answer, context.req.header('If-None-Match'))
}

/**
 * Answers a browser. It may keep what can be kept but must ask each time whether it still holds: the
 * gateway may have changed its account.
 *
 * @param known the mark of what the browser has
 */
function reply({ status, body, retryAfter, etag, age }: KeptAnswer, known?: string): Response {
  const headers = new Headers({
    'Content-Type': 'application/json',
    'Cache-Control': etag ? 'private, no-cache' : 'no-store',
  })
  if (retryAfter) headers.set('Retry-After', retryAfter)
  if (etag) headers.set('ETag', etag)
  if (age) headers.set('Age', String(age))
  // A proxy or a compression on the way makes the mark a weak one.
  const unchanged = etag !== undefined && known?.replace(/^W\//, '') === etag
  return unchanged
    ? new Response(null, { status: 304, headers })
    : new Response(body, { status, headers })
}

/** Ready while the store works and one account at least can be read; the others are named. */
async function readiness(
  context: Context,
  accounts: readonly Account[],
  store: Store,
): Promise<Response> {
  const failing = (await Promise.all(accounts.map(readinessOf))).flatMap((reason) => reason ?? [])
  const stored = await store.ready().then(
    () => [],
    () => ['The store cannot be used (DATABASE_URL, DATA_FOLDER).'],
  )
  if (stored.length === 0 && failing.length < accounts.length) {
    return context.json({ status: 'ready', ...(failing.length > 0 ? { failing } : {}) })
  }
  return context.json({ status: 'not ready', reason: [...stored, ...failing].join(' ') }, 503)
}

/** Why an account cannot be read; undefined where it can. */
async function readinessOf({ id, upstream }: Account): Promise<string | undefined> {
  try {
    await upstream.ready()
    return undefined
  } catch (error) {
    return `${id}: ${error instanceof Error ? error.message : 'unknown'}`
  }
}

/** Pages that anybody may open: they hold nothing. */
const PUBLIC_PAGES = /^\/(signed-out|sign-in-failed|s\/[^/]+)$/

function serveApp(
  gateway: Hono<Variables>,
  { folder, page }: NonNullable<GatewayParts['app']>,
  signIn: SignIn | undefined,
) {
  gateway.use('/assets/*', async (context, next) => {
    await next()
    // Their names hold a digest of what is in them.
    if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable')
  })
  const show = (context: Context<Variables>) => servePage(context, page)
  const signedIn = createMiddleware((context, next) => {
    if (!signIn || PUBLIC_PAGES.test(context.req.path)) return next()
    return signIn.require(context, next)
  })
  gateway.get('/', signedIn, show)
  gateway.get('*', serveStatic({ root: folder }))
  gateway.get('*', (context, next) =>
    /\.\w+$/.test(context.req.path) ? context.notFound() : next(),
  )
  gateway.get('*', signedIn, show)
  gateway.onError((_, context) =>
    context.text('The sign-in provider cannot be reached. Try again in a while.', 503),
  )
}

function servePage(context: Context<Variables>, page: (nonce: string) => string): Response {
  context.header('Cache-Control', 'no-store')
  return context.html(page(context.get('secureHeadersNonce') ?? ''))
}

function strictHeaders() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", NONCE],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    // The gateway speaks HTTP; whoever puts TLS before it decides on this.
    strictTransportSecurity: false,
  })
}

/** Keeps a page of somebody else's that resolves to this address (DNS rebinding) from reading it. */
function refuseForeignHosts(allowedHosts: readonly string[]) {
  return createMiddleware(async (context, next) => {
    const host = (context.req.header('Host') ?? '').replace(/:\d+$/, '').toLowerCase()
    if (allowedHosts.includes(host)) return next()
    const message = 'This host name is not served here. ALLOWED_HOSTS names those that are.'
    return reply(gatewayAnswer(403, message))
  })
}

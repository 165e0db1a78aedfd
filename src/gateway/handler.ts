import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { createMiddleware } from 'hono/factory'
import { requestId } from 'hono/request-id'
import { NONCE, type SecureHeadersVariables, secureHeaders } from 'hono/secure-headers'
import { type AboutAnswer, GATEWAY_PATHS } from '#upstream/gateway-paths.ts'
import { matchAllowedRequest } from './allowed-requests.ts'
import { gatewayAnswer } from './answer.ts'
import type { Upstream } from './forward.ts'
import type { KeptAnswer } from './kept-answers.ts'
import { keptUsageApi } from './kept-usage-api.ts'
import { savedViewsApi } from './saved-views-api.ts'
import type { SavedViews } from './store/saved-views.ts'
import type { SettledAnswers } from './store/settled-answers.ts'
import type { Watch } from './watch.ts'

/** What the gateway serves and to whom. */
export interface GatewayParts {
  readonly upstream: Upstream
  readonly source: AboutAnswer['source']
  readonly views: SavedViews
  /** Settled usage that is kept for good; undefined where none is. */
  readonly settled?: SettledAnswers | undefined
  readonly watch: Watch
  /** Opens the store. @throws Error where it cannot be used */
  readonly storeReady: () => Promise<void>
  readonly allowedHosts: readonly string[]
  /** The folder of the built app and its page; without them only the API is served. */
  readonly app?: {
    readonly folder: string
    readonly page: (nonce: string) => string
  }
}

type Variables = { Variables: SecureHeadersVariables }

/** The gateway as a handler of requests: host check, headers, health, API, app. */
export function createGateway({
  upstream,
  source,
  views,
  settled,
  watch,
  storeReady,
  allowedHosts,
  app,
}: GatewayParts) {
  const gateway = new Hono<Variables>()
    .use(requestId())
    .use(watch.requests())
    .use(refuseForeignHosts(allowedHosts))
    .use(strictHeaders())
    .use(compress())
    .get('/healthz', (context) => context.json({ status: 'ok' }))
    .get('/readyz', (context) => readiness(context, upstream, storeReady))
    .get('/metrics', async (context) => context.text(await watch.metrics()))
    .get(GATEWAY_PATHS.about, async (context) => {
      // The first answer of the upstream, its token, tells what time it is there.
      await upstream.ready().catch(() => undefined)
      context.header('Cache-Control', 'no-store')
      return context.json({
        source,
        account: upstream.account,
        now: upstream.clock.now().toISOString(),
      } satisfies AboutAnswer)
    })
    .route(GATEWAY_PATHS.views, savedViewsApi(views))
    .route(GATEWAY_PATHS.kept, keptUsageApi(settled, upstream.forget))
    .all('/api/*', (context) => forward(context, upstream))
  if (app) serveApp(gateway, app)
  return gateway
}

async function forward(context: Context, upstream: Upstream): Promise<Response> {
  const { pathname, search } = new URL(context.req.url)
  if (context.req.method !== 'GET') {
    return reply(gatewayAnswer(405, 'The gateway forwards GET requests only.'))
  }
  const allowed = matchAllowedRequest(pathname)
  if (!allowed) return reply(gatewayAnswer(404, 'The gateway does not forward this path.'))
  return reply(await upstream.get(allowed, search), context.req.header('If-None-Match'))
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

async function readiness(
  context: Context,
  upstream: Upstream,
  storeReady: () => Promise<void>,
): Promise<Response> {
  try {
    await upstream.ready()
    await storeReady().catch(() => {
      throw new Error('The store cannot be used (DATABASE_URL, DATA_FOLDER).')
    })
    return context.json({ status: 'ready' })
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown'
    return context.json({ status: 'not ready', reason }, 503)
  }
}

function serveApp(gateway: Hono<Variables>, { folder, page }: NonNullable<GatewayParts['app']>) {
  gateway.use('/assets/*', async (context, next) => {
    await next()
    // Their names hold a digest of what is in them.
    if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable')
  })
  gateway.get('/', (context) => servePage(context, page))
  gateway.get('*', serveStatic({ root: folder }))
  gateway.get('*', (context) =>
    /\.\w+$/.test(context.req.path) ? context.notFound() : servePage(context, page),
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

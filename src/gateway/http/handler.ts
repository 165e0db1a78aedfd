import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { createMiddleware } from 'hono/factory'
import { requestId } from 'hono/request-id'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import type { AboutAnswer, LinkAnswer } from '#contract/about.ts'
import { GATEWAY_PATHS } from '#contract/gateway-paths.ts'
import { refuse } from '../kore/answer.ts'
import type { Person } from '../sign-in/person.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import type { Store } from '../store/open-store.ts'
import { createSharedLinks, type KeptLink } from '../store/shared-links.ts'
import { type Account, answerOfAccount } from './account.ts'
import { answerFailure } from './failures.ts'
import { refuseForeignPages } from './foreign-pages.ts'
import { createHeldAnswers } from './held-answers.ts'
import { createLinkRequests } from './link-requests.ts'
import { identifyReader, type Reader } from './reader.ts'
import { readiness } from './readiness.ts'
import { savedViewsApi } from './saved-views-api.ts'
import { serveAccount } from './serve-account.ts'
import { type BuiltApp, type PageVariables, serveApp } from './serve-app.ts'
import { sharedLinksApi } from './shared-links-api.ts'
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
  /** Only the API is served without it. */
  readonly app?: BuiltApp
}

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
  const known = { held: createHeldAnswers(), linkRequests: createLinkRequests() }
  const gateway = new Hono<PageVariables>()
    .use(requestId())
    .use(watch.requests())
    .use(refuseForeignHosts(allowedHosts))
    .use(strictHeaders)
    .use(compress())
    .get('/healthz', (context) => context.json({ status: 'ok' }))
    .get('/readyz', (context) => readiness(context, accounts, store))
    .get('/metrics', async (context) => context.text(await watch.metrics()))
    .use('/api/*', refuseForeignPages)
  if (signIn) gateway.route('/', signIn.routes)
  gateway
    .use('/api/*', identifyReader({ accounts, links, signIn }))
    .get(GATEWAY_PATHS.about, async (context) => {
      context.header('Cache-Control', 'no-store')
      return context.json(await aboutFor(context.get('reader'), source))
    })
    .route(GATEWAY_PATHS.views, savedViewsApi(store))
    .route(GATEWAY_PATHS.links, sharedLinksApi(links))
    .all(`${GATEWAY_PATHS.accounts}/:account/*`, (context) => serveAccount(context, known))
    .all('/api/*', (context) => refuse(context, 404, 'There is nothing here.'))
    .onError((error, context) => answerFailure(error, context, watch.log))
  if (app) serveApp(gateway, app, { signIn, links })
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
    ...(person ? { person: answerOfPerson(person) } : {}),
    ...(link ? { link: answerOfLink(link) } : {}),
  }
}

/** What somebody is told of themselves. */
function answerOfPerson({ email, name, emailVerified }: Person): AboutAnswer['person'] {
  return { email, name, emailVerified }
}

/** What the reader of a link may know of it. */
function answerOfLink({ name, path, search, expiresAt }: KeptLink): LinkAnswer {
  return { name, path, search, expiresAt }
}

/** What holds for every answer; whoever puts TLS before the gateway decides on HSTS, as it speaks HTTP. */
const STRICT = {
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
} as const

/** An answer of the API is no page, and nothing may come of opening it as one. */
const headersOfData = secureHeaders({
  ...STRICT,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
})

const headersOfPages = secureHeaders({
  ...STRICT,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", NONCE],
    // A chart is drawn into a picture file by way of an address of this page's own.
    imgSrc: ["'self'", 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
})

const strictHeaders: MiddlewareHandler = (context, next) =>
  context.req.path.startsWith('/api/')
    ? headersOfData(context, next)
    : headersOfPages(context, next)

/** Keeps a page of somebody else's that resolves to this address (DNS rebinding) from reading it. */
function refuseForeignHosts(allowedHosts: readonly string[]) {
  return createMiddleware(async (context, next) => {
    const host = (context.req.header('Host') ?? '').replace(/:\d+$/, '').toLowerCase()
    if (allowedHosts.includes(host)) return next()
    const message = 'This host name is not served here. ALLOWED_HOSTS names those that are.'
    return refuse(context, 403, message)
  })
}

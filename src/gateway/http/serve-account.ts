import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { GATEWAY_PATHS, PACE_HEADER } from '#contract/gateway-paths.ts'
import { type AllowedRequest, matchAllowedRequest } from '../kore/allowed-requests.ts'
import { gatewayAnswer, refuse } from '../kore/answer.ts'
import type { KeptAnswer } from '../kore/answer-memory.ts'
import type { KeptLink } from '../store/shared-links.ts'
import type { Account } from './account.ts'
import type { HeldAnswers } from './held-answers.ts'
import { keptUsageApi } from './kept-usage-api.ts'
import type { LinkRequests } from './link-requests.ts'
import { findLinkedRequest, type ReadPage } from './link-scope.ts'
import type { Identified } from './reader.ts'

/** What is known from one request to the next. */
interface Known {
  readonly held: HeldAnswers
  readonly linkRequests: LinkRequests
}

/** Everything below one account: what is kept of it, and what is forwarded. */
export async function serveAccount(
  context: Context<Identified>,
  { held, linkRequests }: Known,
): Promise<Response> {
  const id = context.req.param('account')
  const { accounts, link } = context.get('reader')
  const account = accounts.find((one) => one.id === id)
  // Whoever may not see an account does not learn that it is there.
  if (!account) return refuse(context, 404, 'There is no such account for you.')
  const { pathname, search } = new URL(context.req.url)
  const path = pathname.slice(`${GATEWAY_PATHS.accounts}/${id}`.length)
  if (!link && (path === '/kept' || path.startsWith('/kept/'))) {
    const url = new URL(context.req.url)
    url.pathname = path.slice('/kept'.length) || '/'
    return keptUsageApi(account).fetch(new Request(url, context.req.raw))
  }
  if (context.req.method !== 'GET') {
    return refuse(context, 405, 'The gateway forwards GET requests only.')
  }
  const allowed = matchAllowedRequest(path)
  if (!allowed) return refuse(context, 404, 'The gateway does not forward this path.')
  if (link) return serveLink(context, { link, account, allowed, search, held, linkRequests })
  const control = context.req.header('Cache-Control') ?? ''
  if (/\bonly-if-cached\b/.test(control)) {
    const kept = await account.upstream.find(allowed, search)
    // An error would be one only to the browser's console: it is no fault that nothing was kept.
    return kept ? replyTo(context, kept) : context.body(null, 204, { 'Cache-Control': 'no-store' })
  }
  const anew = /\bno-cache\b/.test(control)
  const urgency = urgencyOf(context.req.header('Priority'))
  const key = `${account.upstream.account} ${allowed.product}${allowed.path}${search}`
  const answer = await held.answer(key, () =>
    account.upstream.get(allowed, search, { anew, urgency }),
  )
  return withPace(
    await replyTo(context, answer, context.req.header('If-None-Match')),
    account,
    allowed,
  )
}

interface Linked extends Known {
  readonly link: KeptLink
  readonly account: Account
  readonly allowed: AllowedRequest
  readonly search: string
}

/**
 * Answers the reader of a link: what its view shows, spelled as its page spells it, so that nobody who has
 * a link only decides how often KORE is asked.
 */
async function serveLink(
  context: Context,
  { link, account, allowed, search, held, linkRequests }: Linked,
): Promise<Response> {
  const { upstream } = account
  const { accounts } = context.get('reader')
  const read: ReadPage = async (...page) => {
    const answer = await upstream.get(...page)
    if (answer.status !== 200) throw new NoPage(answer)
    return answer.body
  }
  const moments = linkRequests(link, accounts, upstream.clock.now())
  const key = `${link.id} ${upstream.account} ${allowed.product}${allowed.path}${sorted(search)}`
  const answer = await held.answer(key, async () => {
    try {
      // Only the pages before it may tell whether a page is one of the view, and KORE is asked for those.
      const asked = await findLinkedRequest(moments, allowed, search, read)
      if (!asked || !(await asked.mayAsk(read))) return gatewayAnswer(403, NOT_SHOWN)
      const whole = await upstream.get(allowed, asked.search)
      if (whole.status !== 200) return whole
      const body = await asked.shown(whole.body, read)
      // What was cut has no mark of its own.
      return body === whole.body ? whole : { status: 200, body }
    } catch (error) {
      if (error instanceof NoPage) return error.answer
      throw error
    }
  })
  return withPace(
    await replyTo(context, answer, context.req.header('If-None-Match')),
    account,
    allowed,
  )
}

/** A page that would tell what a link shows is not there: that is no refusal of the link's. */
class NoPage extends Error {
  readonly answer: KeptAnswer

  constructor(answer: KeptAnswer) {
    super(`A page of the link was answered with ${answer.status}.`)
    this.answer = answer
  }
}

const NOT_SHOWN = 'This link does not show that.'

/** A query in one order, whichever it came in. */
function sorted(search: string): string {
  const parameters = new URLSearchParams(search)
  parameters.sort()
  return `?${parameters}`
}

/** Tells with an answer how fast the API is asked. */
function withPace(reply: Response, account: Account, allowed: AllowedRequest): Response {
  const { perSecond, waiting } = account.upstream.queue(allowed.product)
  if (perSecond !== undefined) {
    reply.headers.set(PACE_HEADER, `${perSecond.toFixed(2)};waiting=${waiting}`)
  }
  return reply
}

/** What a browser says of the order of its requests (RFC 9218); undefined where it says nothing. */
function urgencyOf(priority: string | undefined): number | undefined {
  const [, urgency] = /(?:^|[\s,])u=([0-7])(?:$|[\s,;])/.exec(priority ?? '') ?? []
  return urgency === undefined ? undefined : Number(urgency)
}

/**
 * Answers a browser. It may keep what can be kept but must ask each time whether it still holds: the
 * gateway may have changed its account.
 *
 * @param known the mark of what the browser has
 */
async function replyTo(context: Context, answer: KeptAnswer, known?: string): Promise<Response> {
  const { status, body, retryAfter, etag, age, gzipped } = answer
  const headers = new Headers({
    'Content-Type': 'application/json',
    'Cache-Control': etag ? 'private, no-cache' : 'no-store',
    Vary: 'Accept-Encoding',
  })
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter))
  if (age) headers.set('Age', String(age))
  if (etag) headers.set('ETag', etag)
  // A proxy or a compression on the way makes the mark a weak one.
  if (etag !== undefined && known?.replace(/^W\//, '') === etag) {
    return new Response(null, { status: 304, headers })
  }
  if (!etag || !gzipped || !takesGzip(context)) return new Response(body, { status, headers })
  headers.set('ETag', `W/${etag}`)
  headers.set('Content-Encoding', 'gzip')
  return new Response(await gzipped(), { status, headers })
}

function takesGzip(context: Context): boolean {
  return accepts(context, { header: 'Accept-Encoding', supports: ['gzip'], default: '' }) !== ''
}

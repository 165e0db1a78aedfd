import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { type Logger, pino } from 'pino'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { AboutAnswer } from '#contract/about.ts'
import type { Product } from '#usage/kore/products.ts'
import type { SignInFault } from '#usage/words/sign-in-faults.ts'

/** Where an answer came from. */
export type AnswerSource = 'memory' | 'store' | 'shared' | 'upstream'

/** What the gateway tells of itself: logs for what happened, metrics for how it goes. */
export interface Watch {
  readonly log: Logger
  /** The upstream has answered an account's request, or could not. */
  asked(
    account: string,
    product: Product,
    status: number,
    milliseconds: number,
    cause?: string,
  ): void
  /** A browser's request was answered from somewhere. */
  answered(source: AnswerSource): void
  /** A token was asked for, and answered with a status. */
  token(account: string, status: number, cause?: string): void
  /** Somebody has signed in, or could not. */
  signIn(result: 'good' | SignInFault): void
  /** In the text format of Prometheus. */
  metrics(): Promise<string>
  /** Logs and counts each request. */
  requests(): MiddlewareHandler
}

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/**
 * @param source whose numbers are shown
 * @param log where lines of JSON go; silent without it
 */
export function createWatch(
  source: AboutAnswer['source'],
  log: Logger = pino({ level: 'silent' }),
): Watch {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'roamboard_' })
  new Gauge({
    name: 'roamboard_source',
    help: 'Whose numbers are shown: 1 for the label that holds.',
    labelNames: ['source'],
    registers,
  }).set({ source }, 1)
  const requests = new Histogram({
    name: 'roamboard_request_seconds',
    help: 'How long requests of browsers took.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  })
  const upstream = new Histogram({
    name: 'roamboard_upstream_seconds',
    help: 'How long KORE took to answer; status 502 and 504 where it did not.',
    labelNames: ['product', 'status'],
    buckets: SECONDS,
    registers,
  })
  const answers = new Counter({
    name: 'roamboard_answers_total',
    help: 'Answers to browsers by where they came from.',
    labelNames: ['source'],
    registers,
  })
  const tokens = new Counter({
    name: 'roamboard_tokens_total',
    help: 'Tokens that were asked for, by result.',
    labelNames: ['result'],
    registers,
  })
  const signIns = new Counter({
    name: 'roamboard_sign_ins_total',
    help: 'Sign-ins by result: good, or why not.',
    labelNames: ['result'],
    registers,
  })
  return {
    log,
    asked(account, product, status, milliseconds, cause) {
      upstream.observe({ product, status }, milliseconds / 1000)
      const level = status >= 500 ? 'warn' : status === 429 ? 'info' : 'debug'
      log[level]({ account, product, status, milliseconds, cause }, 'asked upstream')
    },
    answered: (from) => answers.inc({ source: from }),
    token(account, status, cause) {
      const good = status < 300
      tokens.inc({ result: good ? 'good' : 'refused' })
      log[good ? 'debug' : 'warn']({ account, status, cause }, 'asked for a token')
    },
    signIn: (result) => signIns.inc({ result }),
    metrics: () => registry.metrics(),
    requests: () => async (context, next) => {
      const begun = performance.now()
      await next()
      const milliseconds = Math.round(performance.now() - begun)
      const { method, path } = context.req
      const { status } = context.res
      // The route that answered and not the path: a label for each SIM would grow without end.
      const route = routePath(context)
      requests.observe({ method, route, status }, milliseconds / 1000)
      const id: unknown = context.get('requestId')
      // Answers that are handed on as they came have no headers of earlier steps.
      if (typeof id === 'string') context.res.headers.set('X-Request-Id', id)
      const shown = { id, method, path: withoutTokens(path), status, milliseconds }
      log[status >= 500 ? 'warn' : 'info'](shown, 'request')
    },
  }
}

/** A path that can be logged: whoever has the token of a link may read what it shows. */
function withoutTokens(path: string): string {
  return path.replace(/(\/s\/|~|%7e)[^/~%]{8,}/gi, '$1…')
}

import { Hono } from 'hono'
import { pino } from 'pino'
import type { SignInConfig } from '#gateway/config/sign-in-config.ts'
import { createWatch } from '#gateway/http/watch.ts'
import { createSignIn } from '#gateway/sign-in/sign-in.ts'
import type { Store } from '#gateway/store/open-store.ts'
import { listen } from '../stack.ts'

/** One gateway as far as signing in goes: every page tells its own address to whoever has signed in. */
export interface SignInSite {
  readonly url: string
  /** What was logged, line by line. */
  readonly log: Record<string, unknown>[]
  /** The values of the metric of sign-ins, by result. */
  signIns(): Promise<Record<string, number>>
  close(): Promise<void>
}

/** @param configOf how people sign in, once the site's address is known */
export async function startSignInSite(
  store: Store,
  configOf: (url: string) => SignInConfig,
): Promise<SignInSite> {
  const log: Record<string, unknown>[] = []
  const watch = createWatch(
    'sandbox',
    pino({ level: 'warn' }, { write: (line: string) => log.push(JSON.parse(line)) }),
  )
  const site = new Hono()
  const server = await listen((request) => site.fetch(request))
  const signIn = createSignIn(configOf(server.url), { store, watch, knownGroups: ['fleet'] })
  site
    .route('/', signIn.routes)
    .get('/sign-in-failed', (context) => context.text(`failed: ${context.req.query('reason')}`))
    .get('/api/person', async (context) => context.json((await signIn.person(context)) ?? null))
    .get('*', signIn.require, (context) => context.text('signed in'))
    .onError((_, context) => context.text('out of reach', 503))
  return {
    url: server.url,
    log,
    signIns: async () => {
      const lines = (await watch.metrics()).matchAll(
        /^roamboard_sign_ins_total\{result="(\w+)"\} (\d+)/gm,
      )
      return Object.fromEntries([...lines].map(([, result, count]) => [result, Number(count)]))
    },
    close: server.close,
  }
}

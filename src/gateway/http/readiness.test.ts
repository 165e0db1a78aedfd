import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { mainAccount } from '#testing/main-account.ts'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { NO_STORE } from '#testing/store/no-store.ts'
import { createUpstream } from '../kore/forward.ts'
import type { Store } from '../store/open-store.ts'
import type { Account } from './account.ts'
import { readiness } from './readiness.ts'

const UPSTREAM = createUpstream(sandboxUpstream('http://127.0.0.1:1'))
const OPEN: Store = { ...NO_STORE, check: async () => undefined }

const good = (id: string): Account => ({
  ...mainAccount({ ...UPSTREAM, ready: async () => undefined }),
  id,
})

/** What the gateway says of itself; an upstream at a port that nobody listens on is away. */
async function told(accounts: Account[], store = OPEN) {
  const app = new Hono().get('/', (context) => readiness(context, accounts, store))
  const response = await app.request('/')
  return [response.status, await response.json()]
}

const away = (id: string): Account => ({ ...mainAccount(UPSTREAM), id })
const reason =
  'The token endpoint of KORE could not be reached: bad port. Check KORE_TOKEN_URL, and DNS.'

it('is ready while all can be read', async () => {
  expect(await told([good('north'), good('south')])).toEqual([200, { status: 'ready' }])
})

it('is ready while one account can be read, and names the others', async () => {
  expect(await told([good('north'), away('south')])).toEqual([
    200,
    { status: 'ready', failing: [`south: ${reason}`] },
  ])
})

it('is not ready where no account can be read', async () => {
  expect(await told([away('north'), away('south')])).toEqual([
    503,
    { status: 'not ready', reason: `north: ${reason} south: ${reason}` },
  ])
})

it('is not ready without its store, though all accounts can be read', async () => {
  expect(await told([good('north')], NO_STORE)).toEqual([
    503,
    {
      status: 'not ready',
      reason:
        'The store cannot be used. Nothing listens there (connect ECONNREFUSED 127.0.0.1:1). Check DATABASE_URL or DATA_FOLDER.',
    },
  ])
})

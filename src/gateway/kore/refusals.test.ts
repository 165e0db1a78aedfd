import { beforeEach, describe, expect, it } from 'vitest'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { stubKore } from '#testing/stub-kore.ts'
import type { AllowedRequest } from './allowed-requests.ts'
import { createUpstream } from './forward.ts'

const SETTLED = '?End=2020-01-01T00:00:00Z'

const WIRELESS: AllowedRequest = { product: 'programmable-wireless', path: '/v1/UsageRecords' }
const SUPER: AllowedRequest = { product: 'super-sim', path: '/v1/UsageRecords' }

const kore = stubKore()

const upstream = () => createUpstream(sandboxUpstream('http://127.0.0.1'))

describe('a refused token', () => {
  const DENIED = {
    message: 'User is not authorized to access this resource with an explicit deny',
    error: 'Invalid or expired token',
  }
  const refusals: [string, () => Response][] = [
    ['403', () => Response.json(DENIED, { status: 403 })],
    ['401', () => Response.json({ status: 401, code: 20003, message: 'no' }, { status: 401 })],
    ['401 of a page', () => new Response('<h1>', { status: 401 })],
  ]
  let tokens: number

  beforeEach(() => {
    tokens = 0
    kore.token = () => Response.json({ access_token: `token-${++tokens}`, expires_in: 3600 })
  })

  it.each(refusals)('by %s is renewed once, and the question asked again', async (_, refusal) => {
    kore.answer = () => (kore.asked.length === 1 ? refusal() : Response.json({ usage_records: [] }))
    expect((await upstream().get(WIRELESS, SETTLED)).status).toBe(200)
    expect([kore.asked.length, tokens]).toEqual([2, 2])
  })

  it.each(refusals)('by %s, though new, is told as what it is, and rests', async (_, refusal) => {
    kore.answer = refusal
    const account = upstream()
    for (let page = 0; page < 30; page++) {
      const told = await account.get(SUPER, `?Group=sim&Page=${page}`)
      // No 403: that would be taken for the refusal of the private beta.
      expect(told.status).toBe(401)
      expect(JSON.parse(told.body)).toMatchObject({
        refused_product: 'super-sim',
        message: expect.stringContaining('KORE takes no token of this account for Super SIM'),
      })
    }
    expect(tokens).toBe(2)
    expect(account.refusals()).toMatchObject([{ product: 'super-sim', reason: 'token' }])
  })

  it('is not asked for in vain for each question and each look at the gateway', async () => {
    kore.token = () => {
      tokens += 1
      return Response.json({ error: 'unauthorized_client' }, { status: 401 })
    }
    const account = upstream()
    for (let page = 0; page < 30; page++) {
      expect((await account.get(WIRELESS, `?Page=${page}`)).status).toBe(401)
      await expect(account.ready()).rejects.toThrow('refused the gateway')
    }
    expect([tokens, kore.asked.length]).toEqual([1, 0])
  })
})

describe('a product that an account does not have', () => {
  const FORBIDDEN = { status: 403, code: 20003, message: 'No access.' }
  const forbidden = () => Response.json(FORBIDDEN, { status: 403 })

  it('is learned from an API that refuses everything, and told; the other one works', async () => {
    kore.answer = (url) => (url.includes('super-sim') ? forbidden() : Response.json({}))
    const account = upstream()
    const told = await account.get(SUPER, '?Group=sim')
    expect([told.status, JSON.parse(told.body)]).toMatchObject([
      403,
      {
        refused_product: 'super-sim',
        message: 'KORE does not let this account read Super SIM: No access.',
      },
    ])
    expect((await account.get(WIRELESS, '')).status).toBe(200)
    expect(account.refusals()).toEqual([
      { product: 'super-sim', reason: 'forbidden', message: 'No access.' },
    ])
    // It was asked whether it refuses everything, once.
    await account.get(SUPER, '?Page=2')
    expect(kore.asked.filter((url) => url === '/super-sim/v1/Sims?PageSize=1')).toHaveLength(1)
    kore.answer = () => Response.json({})
    await account.get(SUPER, '?Page=3')
    expect(account.refusals()).toEqual([])
  })

  it('is none where only a grouping is refused, which is a private beta', async () => {
    kore.answer = (url) => (url.includes('Group=sim') ? forbidden() : Response.json({}))
    const account = upstream()
    const told = await account.get(SUPER, '?Group=sim')
    expect([told.status, JSON.parse(told.body)]).toEqual([403, FORBIDDEN])
    expect(account.refusals()).toEqual([])
  })

  it.each([
    ['supersim:read', ['programmable-wireless']],
    ['programmable-wireless', ['super-sim']],
    ['super-sim programmable-wireless', []],
    ['email', []],
    [undefined, []],
    [7, []],
  ])('is but guessed from the scope %j, until its API has answered', async (scope, products) => {
    kore.token = () => Response.json({ access_token: 'x', expires_in: 60, scope })
    const account = upstream()
    await account.ready()
    expect(account.refusals()).toEqual(
      products.map((product) => ({ product, reason: 'scope', message: '' })),
    )
    await account.get(WIRELESS, '')
    await account.get(SUPER, '')
    expect(kore.asked).toHaveLength(2)
    expect(account.refusals()).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { createAccessTokens } from './access-token.ts'

function tokensAnswering(answer: () => Response | Promise<Response>) {
  let asked = 0
  let time = 0
  const tokens = createAccessTokens(
    sandboxUpstream('http://127.0.0.1'),
    async () => {
      asked += 1
      return answer()
    },
    () => time,
  )
  return { tokens, asked: () => asked, wait: (milliseconds: number) => (time += milliseconds) }
}

function numbered() {
  let number = 0
  return () => Response.json({ access_token: `token-${++number}`, expires_in: 3600 })
}

describe('access tokens', () => {
  it('are asked for once for many requests at the same time', async () => {
    const { tokens, asked } = tokensAnswering(numbered())
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.get()))
    expect(new Set(all)).toEqual(new Set(['token-1']))
    expect(asked()).toBe(1)
  })

  it('are renewed a minute before they expire', async () => {
    const { tokens, wait } = tokensAnswering(numbered())
    await tokens.get()
    wait(3_539_000)
    expect(await tokens.get()).toBe('token-1')
    wait(1_000)
    expect(await tokens.get()).toBe('token-2')
  })

  it('that live shorter than that are used for nine tenths of their time', async () => {
    let number = 0
    const { tokens, wait, asked } = tokensAnswering(() =>
      Response.json({ access_token: `token-${++number}`, expires_in: 60 }),
    )
    expect(await tokens.get()).toBe('token-1')
    wait(53_999)
    expect(await tokens.get()).toBe('token-1')
    expect(asked()).toBe(1)
    wait(1)
    expect(await tokens.get()).toBe('token-2')
  })

  it('live from when they were asked for, however late they come', async () => {
    let number = 0
    const { tokens, wait } = tokensAnswering(() => {
      wait(20_000)
      return Response.json({ access_token: `token-${++number}`, expires_in: 600 })
    })
    expect(await tokens.get()).toBe('token-1')
    wait(519_999)
    expect(await tokens.get()).toBe('token-1')
    wait(1)
    expect(await tokens.get()).toBe('token-2')
  })

  it('are asked for with the secret in the body and not in the address', async () => {
    const sent: [string, RequestInit][] = []
    const config = { ...sandboxUpstream('http://127.0.0.1'), clientId: 'me', clientSecret: 'hush' }
    const tokens = createAccessTokens(config, async (url, init) => {
      sent.push([url, init])
      return numbered()()
    })
    await tokens.get()
    const [[url, { method, body }] = ['', {}]] = sent
    expect([url, method]).toEqual(['http://127.0.0.1/api-services/v1/auth/token', 'POST'])
    expect(String(body)).toBe('grant_type=client_credentials&client_id=me&client_secret=hush')
  })

  it('are asked for again after a refusal, once for all that were refused', async () => {
    const { tokens, asked } = tokensAnswering(numbered())
    const old = await tokens.get()
    expect(tokens.refused(old, 'super-sim')).toBe(true)
    expect(await tokens.get()).toBe('token-2')
    expect(tokens.refused(old, 'super-sim')).toBe(true)
    expect(await tokens.get()).toBe('token-2')
    expect(asked()).toBe(2)
  })

  it.each([
    [
      () => Response.json({ error: 'unauthorized_client' }, { status: 401 }),
      401,
      'unauthorized_client',
    ],
    [() => new Response('<html>', { status: 503 }), 502, '503'],
    [() => new Response('<html>'), 502, 'usable token'],
    [() => Response.json({ expires_in: 60 }), 502, 'usable token'],
    [() => Response.json({ access_token: 'x', expires_in: 60 }, { status: 500 }), 502, '500'],
    [() => Response.json({ error: 'invalid_client' }, { status: 400 }), 401, 'invalid_client'],
    [() => Response.json({}, { status: 403 }), 401, 'Check KORE_CLIENT_ID'],
    // Too many have asked: nothing is wrong with the credentials.
    [() => Response.json({ error: 'slow_down' }, { status: 429 }), 502, 'answered 429'],
  ])('say why there is none (%#)', async (answer, status, words) => {
    const { tokens } = tokensAnswering(answer)
    await expect(tokens.get()).rejects.toMatchObject({
      status,
      message: expect.stringContaining(words),
    })
  })

  it('can be had after a failure', async () => {
    let fail = true
    const { tokens, wait } = tokensAnswering(() => {
      if (fail) throw new TypeError('network')
      return Response.json({ access_token: 'late', expires_in: 60 })
    })
    await expect(tokens.get()).rejects.toMatchObject({ status: 502 })
    fail = false
    wait(1_000)
    expect(await tokens.get()).toBe('late')
  })
})

describe('rests', () => {
  const refusal = () => Response.json({ error: 'unauthorized_client' }, { status: 401 })

  /** How often the endpoint is asked in some minutes in which somebody wants a token each second. */
  async function askedWithin(minutes: number, answer: () => Response): Promise<number> {
    const { tokens, asked, wait } = tokensAnswering(answer)
    for (let second = 0; second < minutes * 60; second++) {
      await tokens.get().catch(() => undefined)
      wait(1_000)
    }
    return asked()
  }

  it('are kept after refused credentials, longer and longer, up to five minutes', async () => {
    // After 0, 10, 30, 70, 150 and 310 seconds; then every 300.
    expect(await askedWithin(1, refusal)).toBe(3)
    expect(await askedWithin(6, refusal)).toBe(6)
    expect(await askedWithin(16, refusal)).toBe(8)
  })

  it('are shorter after a failure of the endpoint itself', async () => {
    // After 0, 1, 3, 7, 15, 31 seconds, then 63; after that every 60.
    expect(await askedWithin(1, () => new Response('', { status: 500 }))).toBe(6)
    expect(await askedWithin(2, () => new Response('', { status: 500 }))).toBe(7)
  })

  it('are as long as the endpoint asks for, in seconds or as a date', async () => {
    const headers = { 'Retry-After': '40' }
    expect(await askedWithin(1, () => new Response('', { status: 429, headers }))).toBe(2)
    const dated = {
      Date: 'Fri, 20 Nov 2026 12:00:00 GMT',
      'Retry-After': 'Fri, 20 Nov 2026 12:00:40 GMT',
    }
    expect(await askedWithin(1, () => new Response('', { status: 503, headers: dated }))).toBe(2)
  })

  it('tell again meanwhile what was told', async () => {
    const { tokens } = tokensAnswering(refusal)
    const first: unknown = await tokens.get().catch((error: unknown) => error)
    expect(await tokens.get().catch((error: unknown) => error)).toBe(first)
  })

  it('hold for the renewals of a product that takes no new token, and not for the other', async () => {
    const { tokens, asked, wait } = tokensAnswering(numbered())
    const old = await tokens.get()
    expect(tokens.refused(old, 'super-sim')).toBe(true)
    const renewed = await tokens.get()
    tokens.refusedAnew('super-sim')
    expect(tokens.refused(renewed, 'super-sim')).toBe(false)
    expect(await tokens.get()).toBe(renewed)
    expect(asked()).toBe(2)
    expect(tokens.refused(renewed, 'programmable-wireless')).toBe(true)
    expect(await tokens.get()).toBe('token-3')
    wait(10_000)
    expect(tokens.refused('token-3', 'super-sim')).toBe(true)
  })
})

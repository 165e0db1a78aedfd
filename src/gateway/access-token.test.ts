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

  it('are asked for again after a refusal, once for all that were refused', async () => {
    const { tokens, asked } = tokensAnswering(numbered())
    const old = await tokens.get()
    tokens.refused(old)
    expect(await tokens.get()).toBe('token-2')
    tokens.refused(old)
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
    [() => Response.json({ access_token: 'x', expires_in: 'soon' }), 502, 'usable token'],
  ])('say why there is none (%#)', async (answer, status, words) => {
    const { tokens } = tokensAnswering(answer)
    await expect(tokens.get()).rejects.toMatchObject({
      status,
      message: expect.stringContaining(words),
    })
  })

  it('can be had after a failure', async () => {
    let fail = true
    const { tokens } = tokensAnswering(() => {
      if (fail) throw new TypeError('network')
      return Response.json({ access_token: 'late', expires_in: 60 })
    })
    await expect(tokens.get()).rejects.toMatchObject({ status: 502 })
    fail = false
    expect(await tokens.get()).toBe('late')
  })
})

import { expect, it } from 'vitest'
import { listen } from '#testing/stack.ts'
import { failureOf } from './fault-of-error.ts'
import { createProvider } from './provider.ts'

const failing = (message: string) => Object.assign(new Error(message), { code: 'ENOTFOUND' })

it('is out of reach by what fetch throws, and names the innermost cause', () => {
  const cause = failing('getaddrinfo ENOTFOUND login.example.com')
  expect(failureOf(new TypeError('fetch failed', { cause }))).toMatchObject({
    fault: 'unreachable',
    detail: 'getaddrinfo ENOTFOUND login.example.com',
  })
})

it.each([
  new TypeError('claims is not iterable'),
  new RangeError('out of range', { cause: failing('x') }),
  'a text',
])('takes no fault of the gateway’s own for one of the provider’s: %s', (fault) => {
  expect(failureOf(fault)).toMatchObject({ fault: 'own', cause: fault })
})

it('cannot be understood where it does not say where people sign in', async () => {
  const provider = await listen(({ url }) => Response.json({ issuer: new URL(url).origin }))
  const config = {
    issuer: provider.url,
    clientId: 'roamboard',
    clientSecret: 'a secret',
    secret: 'a-secret-that-signs-the-sessions-of-tests',
    publicUrl: 'http://localhost',
    scopes: 'openid',
    groupsClaim: 'groups',
    sessionHours: 1,
  }
  const attempt = {
    state: 'state',
    nonce: 'nonce',
    verifier: 'v'.repeat(43),
    address: '/',
    browser: 'browser',
    listedScopesOnly: false,
  }
  const asked = createProvider(config, [], () => undefined).addressOf(attempt)
  await expect(asked).rejects.toMatchObject({
    name: 'SignInFailure',
    fault: 'unreadable',
    detail: expect.stringContaining('authorization_endpoint'),
  })
  await provider.close()
})

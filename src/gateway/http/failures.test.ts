import { Hono } from 'hono'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { SignInFailure } from '../sign-in/sign-in-failure.ts'
import { StoreFailure } from '../store/store-failure.ts'
import { answerFailure } from './failures.ts'

/** What comes of a request in which something is thrown, and what is logged of it. */
async function failed(error: Error, path = '/api/about') {
  const log: Record<string, unknown>[] = []
  const logger = pino({}, { write: (line: string) => log.push(JSON.parse(line)) })
  const site = new Hono()
    .get('*', () => {
      throw error
    })
    .onError((thrown, context) => answerFailure(thrown, context, logger))
  const response = await site.request(path)
  const text = await response.text()
  const message: unknown = path.startsWith('/api/') ? JSON.parse(text).message : text
  return { status: response.status, message, logged: log[0] }
}

const cause = new Error('getaddrinfo ENOTFOUND db.example')

it.each(['/api/about', '/account'])(
  'is the gateway’s own where nothing else is known: %s',
  async (path) => {
    const { status, message, logged } = await failed(
      new TypeError('x is undefined', { cause }),
      path,
    )
    expect([status, message]).toEqual([500, 'The gateway has a fault. Its log names it.'])
    expect(logged).toMatchObject({
      cause: 'getaddrinfo ENOTFOUND db.example',
      stack: expect.stringMatching(/^TypeError: x is undefined\n.*failures\.test\.ts/),
    })
  },
)

it.each([
  ['unreachable', 'The sign-in provider cannot be reached. Try again in a while.'],
  ['timeout', 'The sign-in provider did not answer in time. Try again in a while.'],
  [
    'store',
    'The gateway’s store is out of reach, and nobody can sign in without it. Try again in a while.',
  ],
] as const)('is that of signing in, by its own sentence: %s', async (fault, told) => {
  for (const path of ['/api/about', '/account']) {
    const { status, message, logged } = await failed(new SignInFailure(fault, 'ENOTFOUND'), path)
    expect([path, status, message]).toEqual([path, 503, told])
    expect(logged).toMatchObject({ fault, detail: 'ENOTFOUND' })
  }
})

it('is that of the store, with its cause and without its stack', async () => {
  const { status, message, logged } = await failed(
    new StoreFailure('The store failed', { cause }),
    '/api/views',
  )
  expect([status, message]).toEqual([
    503,
    'The store of saved views cannot be reached. Nothing was changed. getaddrinfo ENOTFOUND db.example. Check DATABASE_URL or DATA_FOLDER.',
  ])
  expect(logged).not.toHaveProperty('stack')
})

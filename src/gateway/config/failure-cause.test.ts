import { expect, it } from 'vitest'
import { describeFailure, innermostMessage } from './failure-cause.ts'

const failing = (message: string, code?: string) => Object.assign(new Error(message), { code })

it.each([
  [
    failing('getaddrinfo ENOTFOUND db.example', 'ENOTFOUND'),
    'Its name cannot be found (getaddrinfo ENOTFOUND db.example). Check DATABASE_URL.',
  ],
  [
    failing('connect ECONNREFUSED 127.0.0.1:1', 'ECONNREFUSED'),
    'Nothing listens there (connect ECONNREFUSED 127.0.0.1:1). Check DATABASE_URL.',
  ],
  [
    failing('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
    'Its certificate is not trusted here (self-signed certificate). Name the authority that has signed it in NODE_EXTRA_CA_CERTS.',
  ],
  [
    failing('ENOSPC: no space left on device, write', 'ENOSPC'),
    'The disk is full (ENOSPC: no space left on device, write). Make room on it, or lower KEPT_MEGABYTES.',
  ],
  [
    failing("EACCES: permission denied, mkdir '/data'", 'EACCES'),
    "Its files belong to somebody else (EACCES: permission denied, mkdir '/data'). Give the folder to the user that the gateway runs as, with mode 700.",
  ],
  [failing('EROFS: read-only file system', 'EROFS'), /^It can only be read \(EROFS.*written to\.$/],
  [
    failing('password authentication failed for user "x"', '28P01'),
    'It refuses this user or password (password authentication failed for user "x"). Check DATABASE_URL.',
  ],
  [failing('what nobody knows'), 'what nobody knows. Check DATABASE_URL.'],
  [failing('It says all itself.'), 'It says all itself.'],
])('names %s and what to do', (error, told) => {
  const wrapped = new Error('Failed query: CREATE SCHEMA', {
    cause: new Error('fetch failed', { cause: new AggregateError([error], '') }),
  })
  for (const one of [error, wrapped]) {
    if (typeof told === 'string') expect(describeFailure(one, 'DATABASE_URL')).toBe(told)
    else expect(describeFailure(one, 'DATABASE_URL')).toMatch(told)
  }
})

it('tells no password of an address', () => {
  const told = describeFailure(failing('postgres://me:very-secret@db is away'), 'DATABASE_URL')
  expect(told).toBe('postgres://…@db is away. Check DATABASE_URL.')
})

it('is the last error in the chain, whatever that one is about', () => {
  const about = new Error('unexpected claim', { cause: { claim: 'aud' } })
  const tried = new Error('fetch failed', { cause: new AggregateError([about], '') })
  expect(innermostMessage(tried)).toBe('unexpected claim')
  expect(innermostMessage('no error at all')).toBe('no error at all')
})

it('ends where causes lead back to themselves', () => {
  const one = new Error('one')
  one.cause = one
  expect(describeFailure(one, 'X')).toBe('one. Check X.')
})

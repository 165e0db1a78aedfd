import { describe, expect, it } from 'vitest'
import { readTokenAnswer } from './token-answer.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const HOUR = 3_600_000

function jwt(claims: object): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part(claims)}.signature`
}

const lifetime = (expiresIn: unknown, accessToken = 'opaque') =>
  readTokenAnswer({ access_token: accessToken, expires_in: expiresIn }, NOW)?.lifetime

describe('the lifetime of a token', () => {
  it.each([
    [60, 60_000],
    ['60', 60_000],
    [24 * 30 * 86_400, 24 * 30 * 86_400_000],
    // None of these is a time that a token can live: an hour.
    [undefined, HOUR],
    [null, HOUR],
    ['soon', HOUR],
    [0, HOUR],
    [-60, HOUR],
    [Number.NaN, HOUR],
    [3 * 365 * 86_400, HOUR],
    [{}, HOUR],
  ])('is, for expires_in %j, %i ms', (expiresIn, milliseconds) => {
    expect(lifetime(expiresIn)).toBe(milliseconds)
  })

  it('is what the token itself says where expires_in does not', () => {
    const issued = NOW / 1000
    expect(lifetime(undefined, jwt({ exp: issued + 600 }))).toBe(600_000)
    // Told by the token's own times, whatever clock this machine has.
    expect(lifetime('soon', jwt({ iat: issued - 9_000, exp: issued - 1_800 }))).toBe(7_200_000)
    expect(lifetime(120, jwt({ exp: issued + 600 }))).toBe(120_000)
  })

  it('is an hour where the token says what cannot be', () => {
    expect(lifetime(undefined, jwt({ exp: NOW / 1000 - 5 }))).toBe(HOUR)
    expect(lifetime(undefined, jwt({ exp: 'never' }))).toBe(HOUR)
    expect(lifetime(undefined, 'a.%%%.c')).toBe(HOUR)
  })
})

it('reads the scope from the answer, or from the token, or not at all', () => {
  const scopeOf = (answer: object) => readTokenAnswer({ access_token: 'x', ...answer }, NOW)?.scope
  expect(scopeOf({ scope: 'supersim.read' })).toBe('supersim.read')
  expect(scopeOf({ access_token: jwt({ scope: ['a', 'b'] }) })).toBe('a b')
  expect(scopeOf({ scope: 7 })).toBeUndefined()
  expect(scopeOf({})).toBeUndefined()
})

it('finds no token where there is none', () => {
  for (const answer of [undefined, null, 'x', {}, { access_token: '' }, { access_token: 5 }]) {
    expect(readTokenAnswer(answer, NOW)).toBeUndefined()
  }
})

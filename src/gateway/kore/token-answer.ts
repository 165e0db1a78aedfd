import { fieldOf } from '../config/field-of.ts'

/** A token as the token endpoint gave it. */
export interface GivenToken {
  readonly accessToken: string
  /** Milliseconds that it lives from when it was asked for. */
  readonly lifetime: number
  /** What it is for, in KORE's words; undefined where nothing tells. */
  readonly scope: string | undefined
}

const HOUR = 60 * 60_000
/** KORE's longest is 24 months (contract §1). */
const LONGEST_LIFETIME = 2 * 366 * 24 * HOUR

/**
 * Reads the body that came with a token. How long it lives is what `expires_in` says, in seconds; where
 * that is no such time, what the token says of itself; else an hour. A refused token is renewed anyway.
 *
 * @param now real time, in milliseconds
 * @returns undefined where there is no token
 */
export function readTokenAnswer(answer: unknown, now: number): GivenToken | undefined {
  const accessToken = fieldOf(answer, 'access_token')
  if (typeof accessToken !== 'string' || accessToken === '') return undefined
  const claims = claimsOf(accessToken)
  const lifetime =
    validLifetime(Number(fieldOf(answer, 'expires_in') ?? Number.NaN) * 1000) ??
    validLifetime(ownLifetime(claims, now)) ??
    HOUR
  const scope = scopeOf(fieldOf(answer, 'scope')) ?? scopeOf(fieldOf(claims, 'scope'))
  return { accessToken, lifetime, scope }
}

function validLifetime(milliseconds: number): number | undefined {
  return milliseconds > 0 && milliseconds <= LONGEST_LIFETIME ? milliseconds : undefined
}

/** From `iat`, where the token has one: then no clock of ours plays a part. */
function ownLifetime(claims: unknown, now: number): number {
  const issued = fieldOf(claims, 'iat')
  const from = typeof issued === 'number' ? issued * 1000 : now
  return Number(fieldOf(claims, 'exp') ?? Number.NaN) * 1000 - from
}

/** What a JWT says of itself, which nobody here verifies; undefined for any other token. */
function claimsOf(accessToken: string): unknown {
  const part = accessToken.split('.')[1]
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString())
  } catch {
    return undefined
  }
}

/** A scope as text, or as a list of texts. */
function scopeOf(given: unknown): string | undefined {
  const text = Array.isArray(given) ? given.join(' ') : given
  return typeof text === 'string' && text.trim() !== '' ? text : undefined
}

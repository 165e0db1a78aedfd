import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import type { SignInFault } from '#usage/words/sign-in-faults.ts'
import { innermostMessage } from '../config/failure-cause.ts'
import { fieldOf } from '../config/field-of.ts'
import { SignInFailure } from './sign-in-failure.ts'

/** Errors that a provider sends a browser back with (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6). */
const SENT_BACK: Readonly<Record<string, SignInFault>> = {
  access_denied: 'denied',
  server_error: 'faulty',
  temporarily_unavailable: 'faulty',
}

/** Errors that a provider answers to a code (RFC 6749 §5.2). */
const ANSWERED: Readonly<Record<string, SignInFault>> = {
  invalid_client: 'client',
  unauthorized_client: 'client',
  invalid_grant: 'used',
}

/** What the claims of an ID token, or what a provider says of itself, are wrong about. */
const CLAIMS: Readonly<Record<string, SignInFault>> = {
  aud: 'audience',
  azp: 'audience',
  nonce: 'nonce',
  iss: 'issuer',
  issuer: 'issuer',
}

/** Error codes of openid-client that say it all. */
const CODES: Readonly<Record<string, SignInFault>> = {
  OAUTH_TIMEOUT: 'timeout',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'clock',
  OAUTH_KEY_SELECTION_FAILED: 'signature',
}

/**
 * The failure behind what openid-client has thrown; what is none of the provider's is a fault of the gateway's
 * own.
 */
export function failureOf(error: unknown): SignInFailure {
  if (error instanceof SignInFailure) return error
  if (error instanceof AuthorizationResponseError) {
    const detail = [error.error, error.error_description ?? ''].join(' ').trim()
    return new SignInFailure(SENT_BACK[error.error] ?? 'refused', detail)
  }
  if (error instanceof ResponseBodyError) {
    const detail = [error.status, error.error, error.error_description ?? ''].join(' ').trim()
    return new SignInFailure(ANSWERED[error.error] ?? 'refused', detail)
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    return new SignInFailure('client', `${error.status} with a WWW-Authenticate`)
  }
  if (error instanceof ClientError) return failureOfAnswer(error)
  if (isFailedFetch(error)) return new SignInFailure('unreachable', innermostMessage(error))
  return new SignInFailure('own', innermostMessage(error), { cause: error })
}

/** Whether it is what fetch throws where there is no answer, or one that broke off: always with its cause. */
function isFailedFetch(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof Error
}

function failureOfAnswer(error: ClientError): SignInFailure {
  const { code = '', cause } = error
  const found = CODES[code]
  if (found === 'clock') return new SignInFailure(found, describeTimes(cause))
  if (found) return new SignInFailure(found, innermostMessage(error))
  if (code.endsWith('_COMPARISON_FAILED')) return failureOfComparison(cause)
  if (cause instanceof Response) {
    const fault = cause.status >= 500 ? 'faulty' : 'unreadable'
    return new SignInFailure(fault, `${cause.status} from ${cause.url}`)
  }
  const message = innermostMessage(error)
  if (message.startsWith('JWT signature')) return new SignInFailure('signature', message)
  if (message.includes('"iss" (issuer) response parameter')) {
    return new SignInFailure('issuer', message)
  }
  return new SignInFailure('unreadable', message)
}

/** A field of an ID token, or of another answer, is not what it has to be. */
function failureOfComparison(cause: unknown): SignInFailure {
  // What an ID token is compared by lies one deeper than what the first answer is compared by.
  const seen = cause instanceof Error ? cause.cause : cause
  const name = String(fieldOf(seen, 'claim') ?? fieldOf(seen, 'attribute'))
  const expected = fieldOf(seen, 'expected')
  const detail = name === 'nonce' ? name : `${name} is not ${String(expected)}`
  return new SignInFailure(CLAIMS[name] ?? 'unreadable', detail)
}

/** Which time of an ID token is wrong, and by how many seconds. */
function describeTimes(cause: unknown): string {
  const seen = fieldOf(cause, 'cause')
  const claim = String(fieldOf(seen, 'claim'))
  const told = Number(fieldOf(fieldOf(seen, 'claims'), claim))
  return `the claim ${claim} of the ID token is ${told - Number(fieldOf(seen, 'now'))} s from now`
}

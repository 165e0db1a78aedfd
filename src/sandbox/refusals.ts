import type { Context } from 'hono'
import { productOf } from './accounts.ts'

interface Meaning {
  readonly status: 400 | 401 | 403 | 404 | 429 | 500 | 503
  readonly code: number
  /** Programmable Wireless has codes of its own for some. */
  readonly wirelessCode?: number
  readonly message: string
}

/** The errors of the two APIs that the sandbox can answer with, by what they mean (contract §5). */
const REFUSALS = {
  invalidParameter: {
    status: 400,
    code: 83600,
    wirelessCode: 33101,
    message: 'Invalid parameter.',
  },
  missingParameter: {
    status: 400,
    code: 83600,
    wirelessCode: 33102,
    message: 'A parameter has no value.',
  },
  invalidPageToken: {
    status: 400,
    code: 83600,
    wirelessCode: 33103,
    message: 'Invalid page token.',
  },
  notMidnight: {
    status: 400,
    code: 83601,
    message: 'Start and end time must be midnight UTC.',
  },
  notOnTheHour: {
    status: 400,
    code: 83602,
    message: 'Start and end time must be on a UTC hour.',
  },
  tooLongBySim: {
    status: 400,
    code: 83603,
    message: 'Period is too long: at most 31 days when grouped by SIM.',
  },
  tooLong: {
    status: 400,
    code: 83604,
    message: 'Period is too long for the given granularity.',
  },
  beyondRetention: {
    status: 400,
    code: 83605,
    message: 'Start time is more than 18 months before the start of the current UTC day.',
  },
  unauthorized: {
    status: 401,
    code: 20003,
    wirelessCode: 33201,
    message: 'Authentication Error - invalid token.',
  },
  forbidden: {
    status: 403,
    code: 20003,
    message: 'This account has no access to that.',
  },
  simNotFound: {
    status: 404,
    code: 83005,
    wirelessCode: 33107,
    message: 'The SIM was not found.',
  },
  fleetNotFound: { status: 404, code: 83006, message: 'The fleet was not found.' },
  notFound: {
    status: 404,
    code: 20404,
    message: 'The requested resource was not found.',
  },
  tooManyRequests: { status: 429, code: 20429, message: 'Too Many Requests.' },
  serverError: {
    status: 500,
    code: 20500,
    message: 'An internal server error has occurred.',
  },
  overloaded: {
    status: 503,
    code: 20503,
    wirelessCode: 33004,
    message: 'The service is temporarily not available.',
  },
} as const satisfies Record<string, Meaning>

export type Refusal = keyof typeof REFUSALS

/**
 * Answers with an error body of the contract (§5), in the codes of the product that was asked.
 *
 * @param detail says which value is wrong, where the plain message would leave one guessing
 */
export function refusal(context: Context, kind: Refusal, detail?: string): Response {
  const meaning: Meaning = REFUSALS[kind]
  const { status, message } = meaning
  const ofWireless = productOf(context.req.path) === 'programmable-wireless'
  const code = ofWireless ? (meaning.wirelessCode ?? meaning.code) : meaning.code
  return context.json(
    {
      status,
      code,
      message: detail ? `${message} ${detail}` : message,
      more_info: `https://docs.korewireless.com/errors/${code}`,
    },
    status,
  )
}

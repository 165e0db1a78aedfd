import type { Context } from 'hono'

/** The errors of the two APIs that the sandbox can answer with, by what they mean. */
const REFUSALS = {
  invalidParameter: { status: 400, code: 83600, message: 'Invalid parameter.' },
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
    message: 'Authentication Error - invalid token.',
  },
  forbidden: {
    status: 403,
    code: 20003,
    message: 'This account has no access to that.',
  },
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
} as const

export type Refusal = keyof typeof REFUSALS

/**
 * Answers with an error body of the contract (§5).
 *
 * @param detail says which value is wrong, where the plain message would leave one guessing
 */
export function refusal(context: Context, kind: Refusal, detail?: string): Response {
  const { status, code, message } = REFUSALS[kind]
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

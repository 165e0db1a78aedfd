import * as z from 'zod/mini'

/**
 * A whole number on the wire, which may be written as a string. One that a double cannot hold
 * exactly (2^53 and above) is refused: a wrong number would be worse than none.
 */
export const wholeNumber = z.pipe(
  z.union([z.number(), z.string()]),
  z.transform((value, context) => {
    const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)
    if (Number.isSafeInteger(number)) return number
    context.issues.push({
      code: 'custom',
      input: value,
      message: `${value} is not a whole number that can be counted exactly`,
    })
    return z.NEVER
  }),
)

/** An ISO 8601 date-time on the wire. */
export const moment = z.pipe(
  z.string(),
  z.transform((value, context) => {
    const date = new Date(value)
    if (!Number.isNaN(date.getTime())) return date
    context.issues.push({ code: 'custom', input: value, message: `"${value}" is not a moment` })
    return z.NEVER
  }),
)

/** A date-time as both APIs take it: `2026-11-20T00:00:00Z`. */
export function wireMoment(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z')
}

/** What tells resources apart. */
export function sidOf({ sid }: { readonly sid: string }): string {
  return sid
}

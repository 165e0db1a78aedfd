import * as z from 'zod/mini'
import { roundMoney } from '#usage/question/money.ts'
import type { Cost } from '#usage/question/usage-record.ts'
import type { DataLimit, LimitedPart } from '#usage/sims/data-limit.ts'
import { parseMoment } from '#usage/time/parse-moment.ts'

/**
 * Reads a whole number, which may be written as a string. One that a double cannot hold exactly (2^53
 * and above) is none: a wrong number would be worse.
 */
export function parseWholeNumber(value: unknown): number | undefined {
  if (Number.isSafeInteger(value)) return Number(value)
  if (typeof value !== 'string' || value.trim() === '') return undefined
  return Number.isSafeInteger(Number(value)) ? Number(value) : undefined
}

/** Reads money, which is specified as a number, but is a string in the examples. */
export function parseMoney(value: unknown): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const amount = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)
  return Number.isFinite(amount) ? amount : undefined
}

/** A whole number on the wire. */
export const wholeNumber = z.pipe(
  z.union([z.number(), z.string()]),
  z.transform((value, context) => {
    const number = parseWholeNumber(value)
    if (number !== undefined) return number
    context.issues.push({
      code: 'custom',
      input: value,
      message: `${value} is not a whole number that can be counted exactly`,
    })
    return z.NEVER
  }),
)

/** An ISO 8601 date-time on the wire; without a zone it is UTC. */
export const moment = z.pipe(
  z.string(),
  z.transform((value, context) => {
    const date = parseMoment(value)
    if (date) return date
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

/** Money on the wire: specified as a number, but the examples hold strings. */
export const money = z.pipe(
  z.union([z.number(), z.string()]),
  z.transform((value, context) => {
    const amount = parseMoney(value)
    if (amount !== undefined) return amount
    context.issues.push({ code: 'custom', input: value, message: `"${value}" is not an amount` })
    return z.NEVER
  }),
)

/**
 * Reads a charge. Without a unit, or without an amount, it is not known: it is not zero.
 *
 * @returns undefined where nothing of a charge is told
 */
export function parseCost(
  billed: number | null | undefined,
  unit: string | null | undefined,
): Cost | undefined {
  const currency = unit?.trim() || undefined
  if (billed === null || billed === undefined) {
    return currency === undefined ? undefined : { amount: 0, currency: undefined }
  }
  return currency === undefined
    ? { amount: 0, currency: undefined }
    : { amount: roundMoney(billed), currency }
}

const BYTES_PER_MEGABYTE = 1_000_000

/** The limit of a part, which both APIs count in megabytes; none where it is null, absent or 0. */
export function limitsOf(part: LimitedPart, megabytes: number | null | undefined): DataLimit[] {
  return megabytes ? [{ part, bytes: megabytes * BYTES_PER_MEGABYTE }] : []
}

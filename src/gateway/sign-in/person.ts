import * as z from 'zod/mini'
import { SignInFailure } from './sign-in-failure.ts'

/** The longest e-mail address there is; what is longer is left out, so that a session stays small. */
const LONGEST_TEXT = 320

const personSchema = z.object({
  id: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  name: z.string(),
  groups: z.array(z.string()),
})

/** Somebody who has signed in. */
export interface Person {
  /** What the provider calls them; it never changes. */
  readonly id: string
  readonly email: string
  /** Whether the provider has made sure that the address is theirs. */
  readonly emailVerified: boolean
  readonly name: string
  readonly groups: readonly string[]
}

/**
 * What a provider's claims say of somebody.
 *
 * @param knownGroups the groups that matter here; others are not kept
 * @throws SignInFailure where they do not say who it is
 */
export function personOfClaims(
  claims: Readonly<Record<string, unknown>>,
  groupsClaim: string,
  knownGroups: readonly string[],
): Person {
  const groups = textsOf(claims[groupsClaim]).filter((group) => knownGroups.includes(group))
  const id = textOf(claims.sub)
  if (id === '') throw new SignInFailure('unreadable', 'no sub that can be used')
  return {
    id,
    email: textOf(claims.email),
    emailVerified: claims.email_verified === true,
    name: textOf(claims.name),
    groups: [...new Set(groups)],
  }
}

/** Somebody as they were kept; undefined for what is none. */
export function readPerson(kept: unknown): Person | undefined {
  const read = personSchema.safeParse(kept)
  return read.success ? read.data : undefined
}

/** An address or an id that is too long is none: cut short, it would be somebody else's. */
function textOf(value: unknown): string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT ? value : ''
}

function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.flatMap((one) => (typeof one === 'string' ? one : []))
}

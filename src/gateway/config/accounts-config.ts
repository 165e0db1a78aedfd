import * as z from 'zod/mini'
import type { BillingDays } from '#usage/kore/billing-days.ts'
import { LAST_BILLING_DAY } from '#usage/time/billing-month.ts'
import { parseNames } from './setting-forms.ts'

/** An account at KORE, what it is called here, and who may see it. */
export interface AccountConfig {
  /** What the address calls it. */
  readonly id: string
  readonly name: string
  readonly clientId: string
  readonly clientSecret: string
  readonly viewers: Viewers
  /** The day of the month on which its SIMs were activated, from which limits are counted; 1 to 31. */
  readonly meteringDay?: number | undefined
  /** The day on which each product's billing months begin; the first of the month without. */
  readonly billingDays?: BillingDays | undefined
}

/** Who may see an account, of those who sign in; everybody where nobody has to. */
export interface Viewers {
  /** Names of groups, as the OpenID provider tells them. */
  readonly groups: readonly string[]
  /** Domains of e-mail addresses; `*` for everybody who can sign in. */
  readonly domains: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

const names = z.array(z.string().check(z.minLength(1)))

const billingDay = z.optional(z.int().check(z.gte(1), z.lte(LAST_BILLING_DAY)))

const wireAccounts = z
  .array(
    z.strictObject({
      // `all` means all of them together.
      id: z.string().check(z.regex(/^(?!all$)[a-z0-9][a-z0-9-]{0,31}$/)),
      name: z.string().check(z.minLength(1), z.maxLength(60)),
      clientId: z.string().check(z.minLength(1)),
      clientSecret: z.string().check(z.minLength(1)),
      meteringDay: z.optional(z.int().check(z.gte(1), z.lte(31))),
      billingDays: z.optional(
        z.strictObject({ 'programmable-wireless': billingDay, 'super-sim': billingDay }),
      ),
      viewers: z.optional(
        z.strictObject({ groups: z.optional(names), domains: z.optional(names) }),
      ),
    }),
  )
  .check(z.minLength(1))

/**
 * The accounts of the environment: several in `ACCOUNTS_FILE` or `ACCOUNTS` as JSON, or the one of
 * `KORE_CLIENT_ID`.
 *
 * @param readSecret reads a file that holds secrets; throws an Error that says why it cannot
 * @returns undefined where none is set
 */
export function parseAccounts(
  environment: Environment,
  readSecret: (path: string) => string,
  problems: string[],
): readonly AccountConfig[] | undefined {
  const everybody = parseViewers(environment)
  const { ACCOUNTS_FILE, ACCOUNTS, KORE_CLIENT_ID, KORE_CLIENT_SECRET } = environment
  const given = { ACCOUNTS_FILE, ACCOUNTS, KORE_CLIENT_ID }
  const set = Object.entries(given).flatMap(([name, value]) => (value ? name : []))
  if (set.length > 1) problems.push(`Only one of ${set.join(', ')} can be set`)
  if (ACCOUNTS_FILE) return parseFile(ACCOUNTS_FILE, readSecret, everybody, problems)
  if (ACCOUNTS) return parseList('ACCOUNTS', ACCOUNTS, everybody, problems)
  if (!KORE_CLIENT_ID && !KORE_CLIENT_SECRET) return undefined
  if (!KORE_CLIENT_ID) problems.push('KORE_CLIENT_ID is missing, though KORE_CLIENT_SECRET is set')
  if (!KORE_CLIENT_SECRET) {
    problems.push('KORE_CLIENT_SECRET is missing, though KORE_CLIENT_ID is set')
  }
  const clientId = KORE_CLIENT_ID ?? ''
  const clientSecret = KORE_CLIENT_SECRET ?? ''
  return [{ id: 'main', name: 'Account', clientId, clientSecret, viewers: everybody }]
}

/** Who may see an account that names nobody itself: `VIEWER_GROUPS`, `VIEWER_DOMAINS`. */
export function parseViewers({ VIEWER_GROUPS, VIEWER_DOMAINS }: Environment): Viewers {
  return {
    groups: parseNames(VIEWER_GROUPS),
    domains: parseNames(VIEWER_DOMAINS).map((domain) => domain.toLowerCase()),
  }
}

function parseFile(
  path: string,
  readSecret: (path: string) => string,
  everybody: Viewers,
  problems: string[],
): AccountConfig[] {
  try {
    return parseList(`The file of ACCOUNTS_FILE`, readSecret(path), everybody, problems)
  } catch (error) {
    problems.push(`ACCOUNTS_FILE: ${error instanceof Error ? error.message : error}`)
    return []
  }
}

/** The text holds secrets and is never shown. */
function parseList(
  source: string,
  text: string,
  everybody: Viewers,
  problems: string[],
): AccountConfig[] {
  const result = wireAccounts.safeParse(parseJson(text))
  if (!result.success) {
    const issue = result.error.issues[0]
    const place = issue?.path.length ? ` at ${issue.path.join('.')}` : ''
    problems.push(
      `${source} must be JSON like [{"id": "north", "name": "North", "clientId": "…", "clientSecret": "…"}]; it is not${place}`,
    )
    return []
  }
  const accounts = result.data.map(({ viewers, ...account }) => ({
    ...account,
    viewers: viewers
      ? {
          groups: viewers.groups ?? [],
          domains: (viewers.domains ?? []).map((domain) => domain.toLowerCase()),
        }
      : everybody,
  }))
  const ids = accounts.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice) problems.push(`${source} names "${twice}" twice`)
  return accounts
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { parseArgs } from 'node:util'
import { CLIENTS, type Client, PRODUCTS, type Product } from './accounts.ts'
import { FAULTS, type Fault } from './faults.ts'

/** What KORE's sources tell in different ways, and which of them the sandbox follows. */
export interface SandboxForm {
  /**
   * `kore`: as KORE's own description of 2025-03 says. `documents`: as the older documents say, without
   * charges and countries of Programmable Wireless, with `null` for an empty branch, and with Super SIM
   * pages of up to 1,000 records.
   */
  readonly shape: 'kore' | 'documents'
  /** What happens to a larger page of Super SIM usage than there may be. */
  readonly largePages: 'refused' | 'cut'
  /** The letters of a country in Programmable Wireless records, two or three. */
  readonly countryCode: 'alpha-2' | 'alpha-3'
  /**
   * Hours and days without usage: `zero` has a record of zeros for each, `missing` none, `bare` one whose
   * `data` and `commands` are `{}` (Programmable Wireless alone). `usual` is zero in Programmable
   * Wireless and missing in Super SIM.
   */
  readonly emptyPeriods: 'usual' | 'zero' | 'missing' | 'bare'
}

/** How the sandbox behaves; every setting has a default. */
export interface SandboxConfig extends SandboxForm {
  /** 0 lets the system choose a free port. */
  readonly port: number
  /** A moment that the clock stands still at; the real clock without it. */
  readonly now?: Date
  /** The world's seed: the same seed makes the same fleet and the same usage. */
  readonly seed: number
  /** How many Programmable Wireless SIMs there are. */
  readonly sims: number
  /** How many Super SIMs there are. */
  readonly superSims: number
  /** Whether the account may group Super SIM usage by SIM and by fleet. */
  readonly privateBeta: boolean
  /** Milliseconds that every answer takes longer. */
  readonly latency: number
  readonly fault: Fault
  /** The status, and with it the body, that refuses a token. */
  readonly tokenRefusal: 401 | 403
  /** Requests a second that each API answers an account; 0 sets no limit. */
  readonly rateLimit: number
  /** How `Retry-After` tells the time to wait. */
  readonly retryAfter: 'seconds' | 'date'
  /** The products that an account's tokens are for; both where it is not named. */
  readonly products: Readonly<Partial<Record<Client, readonly Product[]>>>
}

export const DEFAULT_CONFIG: SandboxConfig = {
  port: 8090,
  seed: 7,
  sims: 300,
  superSims: 5_000,
  privateBeta: true,
  latency: 0,
  fault: 'none',
  shape: 'kore',
  largePages: 'refused',
  countryCode: 'alpha-2',
  emptyPeriods: 'usual',
  tokenRefusal: 401,
  rateLimit: 0,
  retryAfter: 'seconds',
  products: {},
}

const TEXT = { type: 'string' } as const

const OPTIONS = {
  port: TEXT,
  now: TEXT,
  seed: TEXT,
  sims: TEXT,
  'super-sims': TEXT,
  'private-beta': TEXT,
  latency: TEXT,
  fault: TEXT,
  shape: TEXT,
  'large-pages': TEXT,
  'country-code': TEXT,
  'empty-periods': TEXT,
  'token-refusal': TEXT,
  'rate-limit': TEXT,
  'retry-after': TEXT,
  products: TEXT,
} as const

type Name = keyof typeof OPTIONS

/**
 * Reads the settings from the command line (`--seed 7`) and, where it is silent, from the
 * environment (`SANDBOX_SEED=7`).
 *
 * @throws Error that names each setting that is wrong and says what it must be
 */
export function parseConfig(
  commandLine: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): SandboxConfig {
  const { values } = parseArgs({ args: [...commandLine], options: OPTIONS })
  const problems: string[] = []
  const setting = (name: Name) =>
    values[name] ?? (environment[`SANDBOX_${name.toUpperCase().replaceAll('-', '_')}`] || undefined)
  const integer = (name: Name, otherwise: number, max: number) => {
    const given = setting(name)
    if (given === undefined) return otherwise
    if (/^\d+$/.test(given) && Number(given) <= max) return Number(given)
    problems.push(`--${name} must be a whole number from 0 to ${max}, not "${given}"`)
    return otherwise
  }
  const choice = <T extends string>(name: Name, otherwise: T, choices: readonly T[]): T => {
    const given = setting(name)
    const chosen = choices.find((one) => one === (given ?? otherwise))
    if (chosen !== undefined) return chosen
    problems.push(`--${name} must be one of ${choices.join(', ')}, not "${given}"`)
    return otherwise
  }
  const now = parseNow(setting('now'), problems)
  const config: SandboxConfig = {
    port: integer('port', DEFAULT_CONFIG.port, 65_535),
    seed: integer('seed', DEFAULT_CONFIG.seed, 2 ** 31),
    sims: integer('sims', DEFAULT_CONFIG.sims, 100_000),
    superSims: integer('super-sims', DEFAULT_CONFIG.superSims, 1_000_000),
    privateBeta: choice('private-beta', 'on', ['on', 'off']) === 'on',
    latency: integer('latency', DEFAULT_CONFIG.latency, 600_000),
    fault: choice('fault', DEFAULT_CONFIG.fault, FAULTS),
    shape: choice('shape', DEFAULT_CONFIG.shape, ['kore', 'documents']),
    largePages: choice('large-pages', DEFAULT_CONFIG.largePages, ['refused', 'cut']),
    countryCode: choice('country-code', DEFAULT_CONFIG.countryCode, ['alpha-2', 'alpha-3']),
    emptyPeriods: choice('empty-periods', DEFAULT_CONFIG.emptyPeriods, [
      'usual',
      'zero',
      'missing',
      'bare',
    ]),
    tokenRefusal: choice('token-refusal', '401', ['401', '403']) === '401' ? 401 : 403,
    rateLimit: integer('rate-limit', DEFAULT_CONFIG.rateLimit, 100_000),
    retryAfter: choice('retry-after', DEFAULT_CONFIG.retryAfter, ['seconds', 'date']),
    products: parseProducts(setting('products'), problems),
    ...(now ? { now } : {}),
  }
  if (problems.length > 0) throw new Error(`The sandbox cannot start:\n- ${problems.join('\n- ')}`)
  return config
}

function parseNow(given: string | undefined, problems: string[]): Date | undefined {
  if (given === undefined) return undefined
  const now = new Date(given)
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(given) && !Number.isNaN(now.getTime())) return now
  problems.push(`--now must be a UTC moment such as 2026-11-20T12:00:00Z, not "${given}"`)
  return undefined
}

/** Reads `super-sim` (the one product of every account) or `sandbox-north=super-sim` (of one account). */
function parseProducts(given: string | undefined, problems: string[]): SandboxConfig['products'] {
  const limited: Partial<Record<Client, readonly Product[]>> = {}
  for (const entry of (given ?? '').split(/[\s,]+/).filter(Boolean)) {
    const [name, owner] = entry.split('=').toReversed()
    const product = PRODUCTS.find((known) => known === name)
    const clients = CLIENTS.filter((client) => owner === undefined || client === owner)
    if (!product || clients.length === 0) {
      problems.push(
        `--products must be ${PRODUCTS.join(' or ')}, with an account and "=" before it or without, not "${entry}"`,
      )
      continue
    }
    for (const client of clients) limited[client] = [...(limited[client] ?? []), product]
  }
  return limited
}

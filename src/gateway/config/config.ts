import { forEachProduct, type Product } from '#usage/kore/products.ts'
import { type AccountConfig, parseAccounts, parseViewers } from './accounts-config.ts'
import { LOOPBACK, parseNames, parseSafeUrl } from './setting-forms.ts'
import { parseOpenToAll, parseSignIn, type SignInConfig } from './sign-in-config.ts'

/** Where KORE is asked. */
export interface KoreAddresses {
  readonly tokenUrl: string
  /** Of each product's API, without a slash at its end. */
  readonly baseUrls: Readonly<Record<Product, string>>
}

/** Where KORE is asked, and with which credentials. */
export interface UpstreamConfig extends KoreAddresses {
  readonly clientId: string
  readonly clientSecret: string
}

/** From nothing to everything. */
const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const

export type LogLevel = (typeof LOG_LEVELS)[number]

export interface GatewayConfig {
  readonly port: number
  readonly host: string
  /** Host names that requests may be addressed to, without ports. */
  readonly allowedHosts: readonly string[]
  /** Where a Postgres server is; undefined for one in `dataFolder`. */
  readonly databaseUrl?: string
  readonly dataFolder: string
  readonly logLevel: LogLevel
  /** How much settled usage is kept for good; 0 for none. */
  readonly keptMegabytes: number
  readonly addresses: KoreAddresses
  /** Undefined where no account is set: then those of the sandbox are used. */
  readonly accounts?: readonly AccountConfig[]
  /** Who may see the sandbox, where people sign in. */
  readonly viewers: AccountConfig['viewers']
  /** Undefined where nobody has to sign in. */
  readonly signIn?: SignInConfig
}

type Environment = Readonly<Record<string, string | undefined>>

const REAL_URLS = {
  token: 'https://api.korewireless.com/api-services/v1/auth/token',
  'programmable-wireless': 'https://programmable-wireless.api.korewireless.com',
  'super-sim': 'https://supersim.api.korewireless.com',
} as const satisfies Record<'token' | Product, string>

/** What sets another one, such as `KORE_SUPER_SIM_URL`. */
const settingOf = (name: keyof typeof REAL_URLS) =>
  `KORE_${name.toUpperCase().replaceAll('-', '_')}_URL`

/**
 * Reads the settings from the environment; an empty one counts as not set.
 *
 * @param readSecret reads a file that holds secrets; throws an Error that says why it cannot
 * @throws Error that names each setting that is wrong, and never shows a secret
 */
export function parseConfig(
  environment: Environment,
  readSecret: (path: string) => string,
): GatewayConfig {
  const problems: string[] = []
  const port = parsePort(environment.PORT, problems)
  const host = environment.HOST || '127.0.0.1'
  const accounts = parseAccounts(environment, readSecret, problems)
  const viewers = parseViewers(environment)
  const addresses = parseAddresses(environment, accounts !== undefined, problems)
  const signIn = parseSignIn(environment, problems)
  const keptMegabytes = parseMegabytes(environment.KEPT_MEGABYTES, problems)
  const logLevel = parseLogLevel(environment.LOG_LEVEL, problems)
  const databaseUrl = parseDatabaseUrl(environment.DATABASE_URL, problems)
  const openToAll = parseOpenToAll(environment, problems)
  if (signIn) problems.push(...unseenAccounts(accounts ?? [{ id: 'the sandbox', viewers }]))
  else if (!openToAll) problems.push(...openDoors(host, accounts !== undefined))
  if (problems.length > 0) {
    throw new Error(`Roamboard cannot start:\n- ${problems.join('\n- ')}`)
  }
  const named = parseNames(environment.ALLOWED_HOSTS)
  const publicHost = signIn ? [new URL(signIn.publicUrl).hostname] : []
  return {
    port,
    host,
    allowedHosts: [...new Set([...LOOPBACK, host, ...publicHost, ...named])],
    dataFolder: environment.DATA_FOLDER || 'data',
    logLevel,
    keptMegabytes,
    addresses,
    viewers,
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(accounts ? { accounts } : {}),
    ...(signIn ? { signIn } : {}),
  }
}

/** The addresses of the sandbox at an address. */
export function sandboxAddresses(url: string): KoreAddresses {
  return {
    tokenUrl: `${url}/api-services/v1/auth/token`,
    baseUrls: forEachProduct((product) => `${url}/${product}`),
  }
}

/** The accounts of the sandbox: a parent and its children. Their secret is no secret. */
export function sandboxAccounts(viewers: AccountConfig['viewers']): readonly AccountConfig[] {
  const account = (
    id: string,
    name: string,
    clientId: string,
    billingDays?: AccountConfig['billingDays'],
  ): AccountConfig => ({
    id,
    name,
    clientId,
    clientSecret: 'sandbox',
    viewers,
    billingDays,
  })
  return [
    account('main', 'Sandbox', 'sandbox'),
    account('north', 'Sandbox North', 'sandbox-north', {
      'programmable-wireless': 15,
      'super-sim': 15,
    }),
    account('south', 'Sandbox South', 'sandbox-south'),
  ]
}

/** Whether the numbers come from KORE itself and not from a sandbox. */
export function isRealAccount({ baseUrls }: KoreAddresses): boolean {
  return Object.values(baseUrls).every((url) => new URL(url).hostname.endsWith('.korewireless.com'))
}

/** What is open to people who should not see it. */
function openDoors(host: string, hasAccount: boolean): string[] {
  const cure =
    'let people sign in (OIDC_ISSUER and its companions), or say SIGN_IN=none: then everybody who can reach it sees everything'
  if (hasAccount) return [`Your account would be shown without signing in: ${cure}`]
  return LOOPBACK.includes(host) ? [] : [`HOST is not this machine alone: ${cure}`]
}

/** Accounts that nobody who signs in could see. */
function unseenAccounts(accounts: readonly Pick<AccountConfig, 'id' | 'viewers'>[]): string[] {
  return accounts
    .filter(({ viewers }) => viewers.groups.length + viewers.domains.length === 0)
    .map(
      ({ id }) =>
        `Nobody could see ${id}: name its viewers (VIEWER_GROUPS, VIEWER_DOMAINS, or viewers of the account)`,
    )
}

function parsePort(given: string | undefined, problems: string[]): number {
  if (!given) return 8080
  if (/^\d+$/.test(given) && Number(given) <= 65_535) return Number(given)
  problems.push(`PORT must be a whole number from 0 to 65535, not "${given}"`)
  return 8080
}

function parseLogLevel(given: string | undefined, problems: string[]): LogLevel {
  const level = LOG_LEVELS.find((known) => known === given)
  if (given && !level) problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`)
  return level ?? 'warn'
}

function parseMegabytes(given: string | undefined, problems: string[]): number {
  if (!given) return 1024
  if (/^\d{1,7}$/.test(given)) return Number(given)
  problems.push(`KEPT_MEGABYTES must be a whole number, 0 to keep nothing, not "${given}"`)
  return 0
}

/** The value holds a password and is never shown. */
function parseDatabaseUrl(given: string | undefined, problems: string[]): string | undefined {
  if (!given) return undefined
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url && ['postgres:', 'postgresql:'].includes(url.protocol)) return given
  problems.push('DATABASE_URL must be like postgres://user:password@host:5432/database')
  return undefined
}

function parseAddresses(
  environment: Environment,
  hasAccount: boolean,
  problems: string[],
): KoreAddresses {
  const url = (name: keyof typeof REAL_URLS) => {
    const setting = settingOf(name)
    const given = environment[setting]
    if (!given) return REAL_URLS[name]
    if (!hasAccount) {
      problems.push(`${setting} needs credentials: set KORE_CLIENT_ID and KORE_CLIENT_SECRET too`)
    }
    const safe = parseSafeUrl(given)
    if (safe) return safe
    problems.push(
      `${setting} must be an https URL (http only on this machine) without user, query or fragment`,
    )
    return REAL_URLS[name]
  }
  return {
    tokenUrl: url('token'),
    baseUrls: forEachProduct(url),
  }
}

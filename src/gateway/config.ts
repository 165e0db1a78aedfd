/** Where the gateway asks, and with which credentials. */
export interface UpstreamConfig {
  readonly clientId: string
  readonly clientSecret: string
  readonly tokenUrl: string
  readonly programmableWirelessUrl: string
  readonly superSimUrl: string
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
  /** Undefined where no account is set: then the sandbox is used. */
  readonly upstream?: UpstreamConfig
}

type Environment = Readonly<Record<string, string | undefined>>

const REAL_URLS = {
  KORE_TOKEN_URL: 'https://api.korewireless.com/api-services/v1/auth/token',
  KORE_PROGRAMMABLE_WIRELESS_URL: 'https://programmable-wireless.api.korewireless.com',
  KORE_SUPER_SIM_URL: 'https://supersim.api.korewireless.com',
} as const

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Reads the settings from the environment; an empty one counts as not set.
 *
 * @throws Error that names each setting that is wrong, and never shows a secret
 */
export function parseConfig(environment: Environment): GatewayConfig {
  const problems: string[] = []
  const port = parsePort(environment.PORT, problems)
  const host = environment.HOST || '127.0.0.1'
  const named = (environment.ALLOWED_HOSTS ?? '').split(',').flatMap((name) => name.trim() || [])
  const upstream = parseUpstream(environment, problems)
  const keptMegabytes = parseMegabytes(environment.KEPT_MEGABYTES, problems)
  const logLevel = parseLogLevel(environment.LOG_LEVEL, problems)
  const databaseUrl = parseDatabaseUrl(environment.DATABASE_URL, problems)
  if (problems.length > 0) {
    throw new Error(`Roamboard cannot start:\n- ${problems.join('\n- ')}`)
  }
  return {
    port,
    host,
    allowedHosts: [...new Set([...LOOPBACK, host, ...named])],
    dataFolder: environment.DATA_FOLDER || 'data',
    logLevel,
    keptMegabytes,
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(upstream ? { upstream } : {}),
  }
}

/** The settings for the sandbox at an address; its client and secret are no secret. */
export function sandboxUpstream(url: string): UpstreamConfig {
  return {
    clientId: 'sandbox',
    clientSecret: 'sandbox',
    tokenUrl: `${url}/api-services/v1/auth/token`,
    programmableWirelessUrl: `${url}/programmable-wireless`,
    superSimUrl: `${url}/super-sim`,
  }
}

/** Whether the numbers come from KORE itself and not from a sandbox. */
export function isRealAccount({ programmableWirelessUrl, superSimUrl }: UpstreamConfig): boolean {
  return [programmableWirelessUrl, superSimUrl].every((url) =>
    new URL(url).hostname.endsWith('.korewireless.com'),
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

function parseUpstream(environment: Environment, problems: string[]): UpstreamConfig | undefined {
  const clientId = environment.KORE_CLIENT_ID
  const clientSecret = environment.KORE_CLIENT_SECRET
  const urlNames = Object.keys(REAL_URLS).filter((name) => environment[name])
  if (!clientId && !clientSecret) {
    if (urlNames.length > 0) {
      problems.push(
        `${urlNames.join(', ')} needs credentials: set KORE_CLIENT_ID and KORE_CLIENT_SECRET too`,
      )
    }
    return undefined
  }
  if (!clientId) problems.push('KORE_CLIENT_ID is missing, though KORE_CLIENT_SECRET is set')
  if (!clientSecret) problems.push('KORE_CLIENT_SECRET is missing, though KORE_CLIENT_ID is set')
  const url = (name: keyof typeof REAL_URLS) => parseUrl(name, environment[name], problems)
  return {
    clientId: clientId ?? '',
    clientSecret: clientSecret ?? '',
    tokenUrl: url('KORE_TOKEN_URL'),
    programmableWirelessUrl: url('KORE_PROGRAMMABLE_WIRELESS_URL'),
    superSimUrl: url('KORE_SUPER_SIM_URL'),
  }
}

function parseUrl(
  name: keyof typeof REAL_URLS,
  given: string | undefined,
  problems: string[],
): string {
  if (!given) return REAL_URLS[name]
  const url = URL.canParse(given) ? new URL(given) : undefined
  const safe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname))
  if (safe && !url.search && !url.hash && !url.username) return given.replace(/\/$/, '')
  problems.push(
    `${name} must be an https URL (http only on this machine) without user, query or fragment`,
  )
  return REAL_URLS[name]
}

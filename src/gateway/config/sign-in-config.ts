import { parseNames, parseSafeUrl } from './setting-forms.ts'

/** The OpenID provider that people sign in at. */
export interface SignInConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Signs the sessions; all replicas share it. */
  readonly secret: string
  /** Where people reach the dashboard. */
  readonly publicUrl: string
  readonly scopes: string
  /** The claim of the ID token that names the groups of a person. */
  readonly groupsClaim: string
  readonly sessionHours: number
}

type Environment = Readonly<Record<string, string | undefined>>

const NEEDED = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_AUTH_SECRET',
  'PUBLIC_URL',
] as const

const SHORTEST_SECRET = 32

/** @returns undefined where nobody has to sign in */
export function parseSignIn(
  environment: Environment,
  problems: string[],
): SignInConfig | undefined {
  if (!NEEDED.some((name) => environment[name])) return undefined
  const missing = NEEDED.filter((name) => !environment[name])
  if (missing.length > 0) problems.push(`Signing in needs ${missing.join(', ')}, too`)
  const url = (name: 'OIDC_ISSUER' | 'PUBLIC_URL') => {
    const given = environment[name]
    if (!given) return ''
    const safe = parseSafeUrl(given)
    if (!safe) problems.push(`${name} must be an https URL (http only on this machine)`)
    return safe ?? ''
  }
  const secret = environment.OIDC_AUTH_SECRET ?? ''
  if (secret && secret.length < SHORTEST_SECRET) {
    problems.push(`OIDC_AUTH_SECRET must have at least ${SHORTEST_SECRET} characters`)
  }
  return {
    issuer: url('OIDC_ISSUER'),
    clientId: environment.OIDC_CLIENT_ID ?? '',
    clientSecret: environment.OIDC_CLIENT_SECRET ?? '',
    secret,
    publicUrl: url('PUBLIC_URL'),
    scopes: environment.OIDC_SCOPES || 'openid email profile',
    groupsClaim: environment.OIDC_GROUPS_CLAIM || 'groups',
    sessionHours: parseHours(environment.SESSION_HOURS, problems),
  }
}

/** Whether somebody has said that nobody has to sign in. */
export function parseOpenToAll(environment: Environment, problems: string[]): boolean {
  const [given = ''] = parseNames(environment.SIGN_IN)
  if (given && given !== 'none') problems.push(`SIGN_IN can only be none, not "${given}"`)
  return given === 'none'
}

function parseHours(given: string | undefined, problems: string[]): number {
  if (!given) return 8
  if (/^\d{1,3}$/.test(given) && Number(given) > 0) return Number(given)
  problems.push(`SESSION_HOURS must be a whole number from 1 to 999, not "${given}"`)
  return 8
}

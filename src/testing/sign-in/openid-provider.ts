import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import type { SignInConfig } from '#gateway/config/sign-in-config.ts'

/** Somebody whom the provider knows. */
export interface KnownPerson {
  readonly email: string
  readonly emailVerified: boolean
  readonly groups: readonly string[]
}

/** A real OpenID provider on loopback; only its sign-in page, which asks nothing, is made up. */
export interface OpenIdProvider {
  /** Who signs in at its page next; nobody while it is undefined. */
  next: KnownPerson | undefined
  /** How gateways proved who they are, in order, such as `Basic`. */
  readonly proofs: string[]
  /** How a gateway lets people sign in here; told before the first of them comes. */
  signInConfig(gatewayUrl: string): SignInConfig
  close(): Promise<void>
}

const CLIENT = { id: 'roamboard', secret: 'the-secret-of-the-client' }

/** @param scopes those that it knows and lists */
export async function startOpenIdProvider(
  scopes: readonly string[] = ['openid', 'email', 'profile'],
): Promise<OpenIdProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const issuer = `http://127.0.0.1:${port}`
  const people = new Map<string, KnownPerson>()
  let gateway = ''
  let provider: Provider | undefined
  const started: OpenIdProvider = {
    next: undefined,
    proofs: [],
    signInConfig: (gatewayUrl) => {
      gateway = gatewayUrl
      return signInConfig(issuer, gatewayUrl)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  server.on('request', (request, response) => {
    if (request.url === '/token') {
      started.proofs.push(request.headers.authorization?.split(' ')[0] ?? 'none')
    }
    provider ??= createProvider(issuer, gateway, people, scopes)
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response)
    const { next } = started
    if (!next) return response.end('Nobody signs in.')
    people.set(next.email, next)
    return provider.interactionFinished(request, response, { login: { accountId: next.email } })
  })
  return started
}

function signInConfig(issuer: string, gatewayUrl: string): SignInConfig {
  return {
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    secret: 'a-secret-that-signs-the-sessions-of-tests',
    publicUrl: gatewayUrl,
    scopes: 'openid email profile',
    groupsClaim: 'groups',
    sessionHours: 1,
  }
}

function createProvider(
  issuer: string,
  gateway: string,
  people: ReadonlyMap<string, KnownPerson>,
  scopes: readonly string[],
): Provider {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${gateway}/callback`],
      },
    ],
    scopes: [...scopes],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a-key-of-tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => {
      const person = people.get(id)
      if (!person) return undefined
      const { email, emailVerified, groups } = person
      const claims = {
        sub: id,
        email,
        email_verified: emailVerified,
        name: '',
        groups: [...groups],
      }
      return { accountId: id, claims: () => claims }
    },
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  return provider
}

import { createServer } from 'node:http'
import {
  type MutableResponse,
  type MutableToken,
  OAuth2Issuer,
  OAuth2Service,
} from 'oauth2-mock-server'
import type { SignInConfig } from '#gateway/config/sign-in-config.ts'

/** An OpenID provider that is not ours, whose answers a test can make wrong. It lists no scopes. */
export interface MockProvider {
  readonly service: OAuth2Service
  /** Changes tokens before they are signed. */
  change: (token: MutableToken) => void
  /** Changes answers to a code. */
  answer: (response: MutableResponse) => void
  /** Whether the requests of a path are never answered. */
  hangs: (path: string) => boolean
  /** Paths and queries that were asked for, in order. */
  readonly asked: string[]
  signInConfig(gatewayUrl: string): SignInConfig
  close(): Promise<void>
}

/** @param path that its name ends with, such as `/realms/fleet/`; what is below it is answered */
export async function startMockProvider(path = ''): Promise<MockProvider> {
  const issuer = new OAuth2Issuer()
  await issuer.keys.generate('RS256')
  const service = new OAuth2Service(issuer)
  const asked: string[] = []
  const below = path.replace(/\/$/, '')
  const server = createServer((request, response) => {
    request.url = request.url?.slice(below.length)
    const [at = ''] = request.url?.split('?') ?? []
    asked.push(request.url ?? '')
    if (!provider.hangs(at)) service.requestHandler(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  issuer.url = `http://127.0.0.1:${port}${path}`
  const provider: MockProvider = {
    service,
    change: () => undefined,
    answer: () => undefined,
    hangs: () => false,
    asked,
    signInConfig: (publicUrl) => ({
      issuer: `http://127.0.0.1:${port}${below}`,
      clientId: 'roamboard',
      clientSecret: 'a secret',
      secret: 'a-secret-that-signs-the-sessions-of-tests',
      publicUrl,
      scopes: 'openid email profile',
      groupsClaim: 'groups',
      sessionHours: 1,
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  service.on('beforeTokenSigning', (token: MutableToken) => provider.change(token))
  service.on('beforeResponse', (response: MutableResponse) => provider.answer(response))
  return provider
}

import * as client from 'openid-client'
import { innermostMessage } from '../config/failure-cause.ts'
import type { SignInConfig } from '../config/sign-in-config.ts'
import type { Attempt } from './attempts.ts'
import { failureOf } from './fault-of-error.ts'
import { createKeptDiscovery } from './kept-discovery.ts'
import { type Person, personOfClaims } from './person.ts'
import { SignInFailure } from './sign-in-failure.ts'

/** The OpenID provider that people sign in at. Each function throws a SignInFailure where it fails. */
interface Provider {
  /** Where a browser goes to sign in. */
  addressOf(attempt: Attempt): Promise<URL>
  /**
   * Who has signed in.
   *
   * @param search the query that the provider has sent a browser back with
   */
  personOf(search: string, attempt: Attempt): Promise<Person>
  /** Whether the provider refuses scopes that it does not list. */
  refusesScopes(search: URLSearchParams): boolean
}

export const CALLBACK = '/callback'

/**
 * @param knownGroups the groups that matter here; others are not kept
 * @param onDoubt told of what failed and keeps nobody from signing in
 */
export function createProvider(
  config: SignInConfig,
  knownGroups: readonly string[],
  onDoubt: (failure: SignInFailure) => void,
): Provider {
  const discovered = createKeptDiscovery(config)
  const redirectUri = `${config.publicUrl}${CALLBACK}`
  return {
    async addressOf({ state, nonce, verifier, listedScopesOnly }) {
      const configuration = await discovered()
      const listed = configuration.serverMetadata().scopes_supported ?? []
      const asked = {
        redirect_uri: redirectUri,
        scope: listedScopesOnly ? listedOf(config.scopes, listed) : config.scopes,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }
      try {
        return client.buildAuthorizationUrl(configuration, asked)
      } catch (error) {
        // A provider that does not say where people sign in.
        throw new SignInFailure('unreadable', innermostMessage(error))
      }
    },
    async personOf(search, { state, nonce, verifier }) {
      const configuration = await discovered()
      try {
        const tokens = await client.authorizationCodeGrant(
          configuration,
          new URL(redirectUri + search),
          { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
        )
        const claims = tokens.claims()
        if (!claims) throw new SignInFailure('unreadable', 'no ID token')
        const more = await claimsBeside(configuration, claims, tokens.access_token).catch(
          (error) => {
            onDoubt(failureOf(error))
            return {}
          },
        )
        return personOfClaims({ ...more, ...claims }, config.groupsClaim, knownGroups)
      } catch (error) {
        throw failureOf(error)
      }
    },
    refusesScopes: (search) => search.get('error') === 'invalid_scope',
  }
}

/**
 * What the provider tells on being asked: many put no more than a name into the ID token (OpenID Connect
 * Core §5.4).
 */
async function claimsBeside(
  configuration: client.Configuration,
  claims: client.IDToken,
  accessToken: string,
): Promise<object> {
  const told = claims.email !== undefined
  if (told || !configuration.serverMetadata().userinfo_endpoint) return {}
  return await client.fetchUserInfo(configuration, accessToken, claims.sub)
}

/** Of the scopes that are set, those that the provider lists, and always the one that gives an ID token. */
function listedOf(scopes: string, listed: readonly string[]): string {
  const asked = scopes.split(/\s+/).filter((scope) => scope !== 'openid' && listed.includes(scope))
  return ['openid', ...asked].join(' ')
}

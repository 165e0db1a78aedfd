import * as client from 'openid-client'
import type { SignInConfig } from '../config/sign-in-config.ts'
import { failureOf } from './fault-of-error.ts'
import type { SignInFailure } from './sign-in-failure.ts'

const TIMEOUT_SECONDS = 10
/** Two minutes, and what an answer takes to come. */
const CLOCK_TOLERANCE_SECONDS = 150
/** After so many milliseconds what the provider says of itself is read again, beside those who sign in. */
const KEPT_MILLISECONDS = 3_600_000
/** For so many milliseconds a provider that has failed is left alone. */
const REST_MILLISECONDS = 3_000

/**
 * What the provider says of itself: asked once for all visitors, and kept. A provider that could not say
 * is not asked again at once; one that could say once is believed until it says something else.
 *
 * @param now milliseconds since 1970
 * @returns throws a SignInFailure where nothing is known
 */
export function createKeptDiscovery(
  config: SignInConfig,
  now: () => number = Date.now,
): () => Promise<client.Configuration> {
  let kept: { readonly configuration: client.Configuration; readonly at: number } | undefined
  let failed: { readonly failure: SignInFailure; readonly at: number } | undefined
  let asking: Promise<client.Configuration> | undefined
  const ask = () => {
    asking ??= discover(config)
      .then((configuration) => {
        kept = { configuration, at: now() }
        failed = undefined
        return configuration
      })
      .catch((error) => {
        failed = { failure: failureOf(error), at: now() }
        throw failed.failure
      })
      .finally(() => {
        asking = undefined
      })
    return asking
  }
  return async () => {
    const resting = failed && now() - failed.at < REST_MILLISECONDS ? failed : undefined
    if (!kept) {
      if (resting) throw resting.failure
      return ask()
    }
    if (now() - kept.at > KEPT_MILLISECONDS && !resting) ask().catch(() => undefined)
    return kept.configuration
  }
}

/** Asks the provider. A slash at the end of its name is no other name, whichever of the two has it. */
async function discover(config: SignInConfig): Promise<client.Configuration> {
  const bare = config.issuer.replace(/\/+$/, '')
  try {
    return await discoverAs(new URL(bare), config)
  } catch (error) {
    if (failureOf(error).fault !== 'issuer' || new URL(bare).pathname === '/') throw error
    return await discoverAs(new URL(`${bare}/`), config)
  }
}

function discoverAs(issuer: URL, { clientId, clientSecret }: SignInConfig) {
  const onThisMachine = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []
  return client.discovery(
    issuer,
    clientId,
    { [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
    authenticateWith(clientSecret),
    { timeout: TIMEOUT_SECONDS, execute: [client.enableNonRepudiationChecks, ...onThisMachine] },
  )
}

/** By HTTP Basic, which is the default of OpenID Connect, unless the provider lists other ways alone. */
function authenticateWith(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)]
  return (server, ...request) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (ways.includes('client_secret_basic') ? basic : post)(server, ...request)
  }
}

import { sandboxAddresses, type UpstreamConfig } from '#gateway/config/config.ts'

/** The way to the parent account of a sandbox at an address. */
export function sandboxUpstream(url: string): UpstreamConfig {
  return { ...sandboxAddresses(url), clientId: 'sandbox', clientSecret: 'sandbox' }
}

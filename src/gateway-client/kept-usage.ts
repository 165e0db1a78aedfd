import { keptPath } from '#contract/gateway-paths.ts'
import { type KeptUsage, keptUsage } from '#contract/kept-usage.ts'
import { getJson } from '#kore-client/get-json.ts'
import { sendJson } from './send-json.ts'

/** What the gateway keeps of an account's settled usage. @throws UpstreamFailure */
export function fetchKeptUsage(account: string, signal: AbortSignal): Promise<KeptUsage> {
  return getJson(keptPath(account), keptUsage, signal)
}

/** Lets the gateway forget all of it. @throws UpstreamFailure */
export async function removeKeptUsage(account: string): Promise<void> {
  await sendJson('DELETE', keptPath(account), {}, keptUsage)
}

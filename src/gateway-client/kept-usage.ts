import * as z from 'zod/mini'
import { type KeptUsage, keptPath } from '#contract/gateway-paths.ts'
import { getJson } from '#kore-client/get-json.ts'
import { sendJson } from './send-json.ts'

const wireKept = z.object({
  durable: z.boolean(),
  answers: z.number(),
  bytes: z.number(),
  firstKeptAt: z.optional(z.string()),
  lastKeptAt: z.optional(z.string()),
})

/** What the gateway keeps of an account's settled usage. @throws UpstreamFailure */
export function fetchKeptUsage(account: string, signal: AbortSignal): Promise<KeptUsage> {
  return getJson(keptPath(account), wireKept, signal)
}

/** Lets the gateway forget all of it. @throws UpstreamFailure */
export async function removeKeptUsage(account: string): Promise<void> {
  await sendJson('DELETE', keptPath(account), {}, wireKept)
}

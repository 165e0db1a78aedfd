import * as z from 'zod/mini'
import { GATEWAY_PATHS, type KeptUsage } from './gateway-paths.ts'
import { getJson } from './get-json.ts'
import { sendJson } from './send-json.ts'

const wireKept = z.object({
  durable: z.boolean(),
  answers: z.number(),
  bytes: z.number(),
  firstKeptAt: z.optional(z.string()),
  lastKeptAt: z.optional(z.string()),
})

/** What the gateway keeps of settled usage. @throws UpstreamFailure */
export function fetchKeptUsage(signal: AbortSignal): Promise<KeptUsage> {
  return getJson(GATEWAY_PATHS.kept, wireKept, signal)
}

/** Lets the gateway forget all of it. @throws UpstreamFailure */
export async function removeKeptUsage(): Promise<void> {
  await sendJson('DELETE', GATEWAY_PATHS.kept, {}, wireKept)
}

import * as z from 'zod/mini'
import { GATEWAY_PATHS, type SharedLink, type SharedLinkDraft } from '#contract/gateway-paths.ts'
import { getJson } from '#kore-client/get-json.ts'
import { UpstreamFailure } from '#kore-client/upstream-error.ts'
import { sendJson } from './send-json.ts'

const wireLink = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  search: z.string(),
  owner: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
})

/** The read-only links that are open. @throws UpstreamFailure */
export async function fetchSharedLinks(signal: AbortSignal): Promise<SharedLink[]> {
  return (await getJson(GATEWAY_PATHS.links, z.object({ links: z.array(wireLink) }), signal)).links
}

/** Makes a link. @returns its token, which is told this once @throws UpstreamFailure */
export async function addSharedLink(draft: SharedLinkDraft): Promise<string> {
  const wireMade = z.object({ link: wireLink, token: z.string() })
  const sent = await sendJson('POST', GATEWAY_PATHS.links, draft, wireMade)
  if (sent.kind === 'done') return sent.value.token
  throw new UpstreamFailure({ kind: 'notFound', message: 'The gateway makes no links.' })
}

/** Closes a link for good; one that is closed already stays so. @throws UpstreamFailure */
export async function revokeSharedLink(id: string): Promise<void> {
  const path = `${GATEWAY_PATHS.links}/${encodeURIComponent(id)}`
  await sendJson('DELETE', path, {}, z.object({ closed: z.boolean() }))
}

import { GATEWAY_PATHS } from '#contract/gateway-paths.ts'
import { closedLink, madeLink, type SharedLink, sharedLinksAnswer } from '#contract/shared-link.ts'
import type { SharedLinkDraft } from '#contract/shared-link-draft.ts'
import { getJson } from '#kore-client/get-json.ts'
import { UpstreamFailure } from '#kore-client/upstream-error.ts'
import { sendJson } from './send-json.ts'

/** The read-only links that are open. @throws UpstreamFailure */
export async function fetchSharedLinks(signal: AbortSignal): Promise<SharedLink[]> {
  return (await getJson(GATEWAY_PATHS.links, sharedLinksAnswer, signal)).links
}

/** Makes a link. @returns its token, which is told this once @throws UpstreamFailure */
export async function addSharedLink(draft: SharedLinkDraft): Promise<string> {
  const sent = await sendJson('POST', GATEWAY_PATHS.links, draft, madeLink)
  if (sent.kind === 'done') return sent.value.token
  throw new UpstreamFailure({ kind: 'notFound', message: 'The gateway makes no links.' })
}

/** Closes a link for good; one that is closed already stays so. @throws UpstreamFailure */
export async function revokeSharedLink(id: string): Promise<void> {
  const path = `${GATEWAY_PATHS.links}/${encodeURIComponent(id)}`
  await sendJson('DELETE', path, {}, closedLink)
}

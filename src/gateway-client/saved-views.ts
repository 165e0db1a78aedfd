import * as z from 'zod/mini'
import { GATEWAY_PATHS, type SavedView, type SavedViewDraft } from '#contract/gateway-paths.ts'
import { getJson } from '#kore-client/get-json.ts'
import { type Sent, sendJson } from './send-json.ts'

const wireView = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  owner: z.string(),
  path: z.string(),
  search: z.string(),
  start: z.boolean(),
  version: z.number(),
  changedAt: z.string(),
})

const wireViews = z.object({ views: z.array(wireView) })

const pathOf = (id: string) => `${GATEWAY_PATHS.views}/${encodeURIComponent(id)}`

/** All saved views, by name. @throws UpstreamFailure */
export async function fetchSavedViews(signal: AbortSignal): Promise<SavedView[]> {
  return (await getJson(GATEWAY_PATHS.views, wireViews, signal)).views
}

/** One saved view. @throws UpstreamFailure, `notFound` where there is none */
export function fetchSavedView(id: string, signal: AbortSignal): Promise<SavedView> {
  return getJson(pathOf(id), wireView, signal)
}

/** @throws UpstreamFailure */
export function addSavedView(draft: SavedViewDraft): Promise<Sent<SavedView>> {
  return sendJson('POST', GATEWAY_PATHS.views, draft, wireView)
}

/** @param view as it was when it was changed @throws UpstreamFailure */
export function changeSavedView(view: SavedView, draft: SavedViewDraft): Promise<Sent<SavedView>> {
  const { name, description, owner, path, search } = draft
  const body = { name, description, owner, path, search }
  return sendJson('PUT', pathOf(view.id), body, wireView, view.version)
}

/** @throws UpstreamFailure */
export function removeSavedView(view: SavedView): Promise<Sent<SavedView>> {
  return sendJson('DELETE', pathOf(view.id), {}, wireView, view.version)
}

/** Brings a deleted view back. @throws UpstreamFailure */
export function restoreSavedView({ id }: SavedView): Promise<Sent<SavedView>> {
  return sendJson('POST', `${pathOf(id)}/restore`, {}, wireView)
}

/** Makes one view the one that the dashboard opens with, or none. @throws UpstreamFailure */
export async function startWithView(id: string | null): Promise<void> {
  await sendJson('PUT', `${GATEWAY_PATHS.views}/start`, { id }, wireViews)
}

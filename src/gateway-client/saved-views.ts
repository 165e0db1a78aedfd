import { GATEWAY_PATHS } from '#contract/gateway-paths.ts'
import { type SavedView, savedView, savedViewsAnswer } from '#contract/saved-view.ts'
import type { SavedViewDraft, StartDraft } from '#contract/saved-view-draft.ts'
import { getJson } from '#kore-client/get-json.ts'
import { type Sent, sendJson } from './send-json.ts'

const pathOf = (id: string) => `${GATEWAY_PATHS.views}/${encodeURIComponent(id)}`

/** All saved views, by name. @throws UpstreamFailure */
export async function fetchSavedViews(signal: AbortSignal): Promise<SavedView[]> {
  return (await getJson(GATEWAY_PATHS.views, savedViewsAnswer, signal)).views
}

/** One saved view. @throws UpstreamFailure, `notFound` where there is none */
export function fetchSavedView(id: string, signal: AbortSignal): Promise<SavedView> {
  return getJson(pathOf(id), savedView, signal)
}

/** @throws UpstreamFailure */
export function addSavedView(draft: SavedViewDraft): Promise<Sent<SavedView>> {
  return sendJson('POST', GATEWAY_PATHS.views, draft, savedView)
}

/** @param view as it was when it was changed @throws UpstreamFailure */
export function changeSavedView(view: SavedView, draft: SavedViewDraft): Promise<Sent<SavedView>> {
  const { name, description, owner, path, search } = draft
  const body: SavedViewDraft = { name, description, owner, path, search }
  return sendJson('PUT', pathOf(view.id), body, savedView, view.version)
}

/** @throws UpstreamFailure */
export function removeSavedView(view: SavedView): Promise<Sent<SavedView>> {
  return sendJson('DELETE', pathOf(view.id), {}, savedView, view.version)
}

/** Brings a deleted view back. @throws UpstreamFailure */
export function restoreSavedView({ id }: SavedView): Promise<Sent<SavedView>> {
  return sendJson('POST', `${pathOf(id)}/restore`, {}, savedView)
}

/** Makes one view the one that the dashboard opens with, or none. @throws UpstreamFailure */
export async function startWithView(id: string | null): Promise<void> {
  const draft: StartDraft = { id }
  await sendJson('PUT', `${GATEWAY_PATHS.views}/start`, draft, savedViewsAnswer)
}

import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { SavedView } from '#contract/saved-view.ts'
import type { SavedViewDraft } from '#contract/saved-view-draft.ts'
import {
  addSavedView,
  changeSavedView,
  fetchSavedView,
  fetchSavedViews,
  removeSavedView,
  restoreSavedView,
  startWithView,
} from '#gateway-client/saved-views.ts'

export type { SavedView, SavedViewDraft }

/** All saved views, by name. */
const savedViewsQuery = queryOptions({
  queryKey: ['saved-views'],
  queryFn: ({ signal }) => fetchSavedViews(signal),
  staleTime: 30_000,
})

/** One saved view. */
const savedViewQuery = (id: string) =>
  queryOptions({
    queryKey: ['saved-views', id],
    queryFn: ({ signal }) => fetchSavedView(id, signal),
    gcTime: 0,
  })

/** All saved views, as far as they are there. */
export function useSavedViews() {
  return useQuery(savedViewsQuery)
}

/** One saved view, as far as it is there. */
export function useSavedView(id: string) {
  return useQuery(savedViewQuery(id))
}

/** A change of a view, and the view as it was seen when it was made. */
interface ViewChange {
  readonly view: SavedView
  readonly draft: SavedViewDraft
}

/** Adds a view. */
export function useAddView() {
  return useMutation({
    mutationFn: addSavedView,
    onSettled: (_, __, ___, ____, { client }) => reload(client),
  })
}

/** Changes a view; the list shows it at once, and what it was where that fails. */
export function useChangeView() {
  return useOptimistic(
    ({ view, draft }: ViewChange) => changeSavedView(view, draft),
    (views, { view, draft }) =>
      views.map((one) => (one.id === view.id ? { ...one, ...draft } : one)),
  )
}

/** Deletes a view. */
export function useRemoveView() {
  return useOptimistic(removeSavedView, (views, { id }) => views.filter((one) => one.id !== id))
}

/** Brings a deleted view back. */
export function useRestoreView() {
  return useOptimistic(restoreSavedView, (views, view) => [...views, view])
}

/** Chooses the view that the dashboard opens with; null for none. */
export function useStartWithView() {
  return useOptimistic(startWithView, (views, id) =>
    views.map((view) => ({ ...view, start: view.id === id })),
  )
}

/** Shows what a change will come to before it is confirmed, and takes it back where it fails. */
function useOptimistic<V, R>(
  send: (change: V) => Promise<R>,
  apply: (views: SavedView[], change: V) => SavedView[],
) {
  const client = useQueryClient()
  const { queryKey } = savedViewsQuery
  return useMutation({
    mutationFn: send,
    onMutate: async (change: V) => {
      await client.cancelQueries({ queryKey, exact: true })
      const before = client.getQueryData(queryKey)
      if (before) client.setQueryData(queryKey, apply(before, change))
      return before
    },
    onError: (_, __, before) => {
      if (before) client.setQueryData(queryKey, before)
    },
    onSettled: () => reload(client),
  })
}

function reload(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: savedViewsQuery.queryKey })
}

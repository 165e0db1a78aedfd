import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { SavedView } from '#contract/saved-view.ts'
import type { SavedViewDraft } from '#contract/saved-view-draft.ts'
import { compareNames } from '#usage/words/compare-names.ts'
import { addView } from './add-view.ts'
import type { Store } from './open-store.ts'
import { savedViews, startViews } from './schema.ts'
import { createViewRows, kept, mayChange, type ViewReader, type ViewRow } from './view-rows.ts'

/** What came of a change: done, or why not. */
export type Change =
  | { readonly kind: 'done'; readonly view: SavedView }
  /** Somebody else has changed it since; this is what they made of it. */
  | { readonly kind: 'conflict'; readonly view: SavedView }
  /** It is somebody else's, who alone may change it. */
  | { readonly kind: 'notTheirs'; readonly owner: string }
  | { readonly kind: 'gone' }

/** The views that have a name, as a reader sees them. */
export interface SavedViews {
  /** All that are not deleted, by name. */
  list(): Promise<SavedView[]>
  get(id: string): Promise<SavedView | undefined>
  /**
   * @param accounts ids of those that it shows
   * @returns undefined where there are too many already
   */
  add(draft: SavedViewDraft, accounts: readonly string[]): Promise<SavedView | undefined>
  /** @param version that the change was made from */
  change(
    id: string,
    version: number,
    draft: Partial<SavedViewDraft>,
    accounts: readonly string[],
  ): Promise<Change>
  /** Deletes a view; for a month it can be restored. */
  remove(id: string, version: number): Promise<Change>
  restore(id: string): Promise<Change>
  /** Makes one the view that the dashboard opens with for the reader, or none. */
  start(id: string | undefined): Promise<void>
}

const nextVersion = sql`${savedViews.version} + 1`

/** @param now milliseconds since 1970 */
export function createSavedViews(
  store: Store,
  reader: ViewReader,
  now: () => number = Date.now,
): SavedViews {
  const { database } = store
  const rows = createViewRows(store, reader)
  const find = async (id: string) => {
    const row = await rows.find(id)
    return row && rows.view(row)
  }
  /** Changes a view where the reader may, and it is in a state. */
  const update = async (
    id: string,
    values: Partial<ViewRow>,
    state = kept,
    version?: number,
  ): Promise<Change> => {
    const row = await rows.find(id, state)
    if (!row) return { kind: 'gone' }
    if (!mayChange(reader, row)) return { kind: 'notTheirs', owner: row.owner }
    const seen = version === undefined ? state : and(eq(savedViews.version, version), state)
    const [changed] = await database
      .update(savedViews)
      .set({ ...values, version: nextVersion, changedAt: now() })
      .where(and(eq(savedViews.id, id), seen))
      .returning()
    if (changed) return { kind: 'done', view: await rows.view(changed) }
    const newest = await find(id)
    return newest ? { kind: 'conflict', view: newest } : { kind: 'gone' }
  }
  return {
    list: async () =>
      (await rows.all()).sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1)),
    get: find,
    add: async (draft, accounts) => {
      const row = await addView(store, reader.person, draft, accounts, now())
      return row && rows.view(row)
    },
    change: async (id, version, draft, accounts) => {
      const row = await rows.find(id)
      // Who sees a view does not change with its name: whoever gives it one may see more than its owner.
      const isShownAlike = row && row.path === draft.path && row.search === draft.search
      const shown = isShownAlike ? {} : { accounts: JSON.stringify(accounts) }
      return update(id, { ...draft, ...shown }, kept, version)
    },
    remove: async (id, version) => {
      const change = await update(id, { deletedAt: now() }, kept, version)
      if (change.kind === 'done') await database.delete(startViews).where(eq(startViews.view, id))
      return change
    },
    restore: (id) => update(id, { deletedAt: null }, isNotNull(savedViews.deletedAt)),
    start: async (id) => {
      const { person } = reader
      if (id === undefined || !(await rows.find(id))) {
        await database.delete(startViews).where(eq(startViews.person, person))
        return
      }
      // One row for each person, so that at no time two views are the start.
      const conflict = { target: startViews.person, set: { view: id } }
      await database.insert(startViews).values({ person, view: id }).onConflictDoUpdate(conflict)
    },
  }
}

import { randomUUID } from 'node:crypto'
import { and, count, eq, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import type { SavedView, SavedViewDraft } from '#upstream/gateway-paths.ts'
import type { Store } from './open-store.ts'
import { savedViews } from './schema.ts'

/** What came of a change: done, or why not. */
export type Change =
  | { readonly kind: 'done'; readonly view: SavedView }
  /** Somebody else has changed it since; this is what they made of it. */
  | { readonly kind: 'conflict'; readonly view: SavedView }
  | { readonly kind: 'gone' }

/** The views that have a name. */
export interface SavedViews {
  /** All that are not deleted, by name. */
  list(): Promise<SavedView[]>
  get(id: string): Promise<SavedView | undefined>
  /** @returns undefined where there are too many already */
  add(draft: SavedViewDraft): Promise<SavedView | undefined>
  /** @param version that the change was made from */
  change(id: string, version: number, draft: SavedViewDraft): Promise<Change>
  /** Deletes a view; for a month it can be restored. */
  remove(id: string, version: number): Promise<Change>
  restore(id: string): Promise<Change>
  /** Makes one the view that the dashboard opens with, or none. */
  start(id: string | undefined): Promise<void>
}

const MOST_VIEWS = 1000
const RESTORABLE_MILLISECONDS = 30 * 24 * 3_600_000

const kept = isNull(savedViews.deletedAt)
const nextVersion = sql`${savedViews.version} + 1`

/** @param now milliseconds since 1970 */
export function createSavedViews({ database }: Store, now: () => number = Date.now): SavedViews {
  const find = async (id: string) => {
    const [row] = await database
      .select()
      .from(savedViews)
      .where(and(eq(savedViews.id, id), kept))
    return row && viewOf(row)
  }
  /** Tells what came of a change by the rows that it has changed. */
  const outcome = async (id: string, [row]: readonly Row[]): Promise<Change> => {
    if (row) return { kind: 'done', view: viewOf(row) }
    const view = await find(id)
    return view ? { kind: 'conflict', view } : { kind: 'gone' }
  }
  const update = (id: string, version: number, values: Partial<Row>) =>
    database
      .update(savedViews)
      .set({ ...values, version: nextVersion, changedAt: now() })
      .where(and(eq(savedViews.id, id), eq(savedViews.version, version), kept))
      .returning()
  return {
    list: async () => {
      const rows = await database.select().from(savedViews).where(kept)
      return rows.map(viewOf).sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
    },
    get: find,
    add: async (draft) => {
      const expired = lt(savedViews.deletedAt, now() - RESTORABLE_MILLISECONDS)
      await database.delete(savedViews).where(and(isNotNull(savedViews.deletedAt), expired))
      const [all] = await database.select({ views: count() }).from(savedViews)
      if (all && all.views >= MOST_VIEWS) return undefined
      const row = { ...draft, id: randomUUID(), start: false, version: 1, changedAt: now() }
      const [added] = await database.insert(savedViews).values(row).returning()
      return added && viewOf(added)
    },
    change: async (id, version, draft) => outcome(id, await update(id, version, draft)),
    remove: async (id, version) => {
      const rows = await update(id, version, { deletedAt: now(), start: false })
      return outcome(id, rows)
    },
    restore: async (id) => {
      const rows = await database
        .update(savedViews)
        .set({ deletedAt: null, version: nextVersion, changedAt: now() })
        .where(and(eq(savedViews.id, id), isNotNull(savedViews.deletedAt)))
        .returning()
      return outcome(id, rows)
    },
    start: async (id) => {
      // One statement, so that at no time two views are the start.
      const chosen = sql`(${savedViews.id} = ${id ?? ''})`
      await database
        .update(savedViews)
        .set({ start: chosen })
        .where(and(kept, ne(savedViews.start, chosen)))
    },
  }
}

type Row = typeof savedViews.$inferSelect

function viewOf(row: Row): SavedView {
  const { deletedAt: _, changedAt, ...view } = row
  return { ...view, changedAt: new Date(changedAt).toISOString() }
}

import { createHash } from 'node:crypto'
import { and, count, desc, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { SavedView } from '#contract/saved-view.ts'
import type { SavedViewDraft } from '#contract/saved-view-draft.ts'
import { namesAccounts, withAccounts } from '#url/account-key.ts'
import { compareNames } from '#usage/words/compare-names.ts'
import type { Store } from './open-store.ts'
import { savedViews, startViews } from './schema.ts'

/** What came of a change: done, or why not. */
export type Change =
  | { readonly kind: 'done'; readonly view: SavedView }
  /** Somebody else has changed it since; this is what they made of it. */
  | { readonly kind: 'conflict'; readonly view: SavedView }
  | { readonly kind: 'gone' }

/** Who asks for views: they see those whose accounts they all see. */
export interface ViewReader {
  /** Empty where nobody signs in. */
  readonly person: string
  /** Ids of the accounts that they may see. */
  readonly accounts: readonly string[]
}

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

const MOST_VIEWS = 1000
const RESTORABLE_MILLISECONDS = 30 * 24 * 3_600_000

/** Others are those of no view, and some of them no text that Postgres knows. */
const POSSIBLE_ID = /^[\w-]{1,64}$/

const kept = isNull(savedViews.deletedAt)
const nextVersion = sql`${savedViews.version} + 1`

/** @param now milliseconds since 1970 */
export function createSavedViews(
  { database }: Store,
  reader: ViewReader,
  now: () => number = Date.now,
): SavedViews {
  const isSeen = ({ accounts }: Row) => {
    const shown = accountsOf(accounts)
    return shown.length > 0 && shown.every((account) => reader.accounts.includes(account))
  }
  const startOf = async () => {
    const own = eq(startViews.person, reader.person)
    const [row] = await database.select().from(startViews).where(own)
    return row?.view
  }
  const findRow = async (id: string, state = kept) => {
    if (!POSSIBLE_ID.test(id)) return undefined
    const one = and(eq(savedViews.id, id), state)
    const [row] = await database.select().from(savedViews).where(one)
    return row && isSeen(row) ? row : undefined
  }
  const find = async (id: string) => {
    const row = await findRow(id)
    return row && viewOf(reader, row, await startOf())
  }
  /** Tells what came of a change by the rows that it has changed. */
  const outcome = async (id: string, [row]: readonly Row[]): Promise<Change> => {
    if (row) return { kind: 'done', view: viewOf(reader, row, await startOf()) }
    const view = await find(id)
    return view ? { kind: 'conflict', view } : { kind: 'gone' }
  }
  const update = async (id: string, version: number, values: Partial<Row>): Promise<Change> => {
    if (!(await findRow(id))) return { kind: 'gone' }
    const rows = await database
      .update(savedViews)
      .set({ ...values, version: nextVersion, changedAt: now() })
      .where(and(eq(savedViews.id, id), eq(savedViews.version, version), kept))
      .returning()
    return outcome(id, rows)
  }
  return {
    list: async () => {
      const [rows, start] = [await database.select().from(savedViews).where(kept), await startOf()]
      return rows
        .filter(isSeen)
        .map((row) => viewOf(reader, row, start))
        .sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1))
    },
    get: find,
    add: async (draft, accounts) => {
      if (!(await hasRoom(database, now()))) return undefined
      const told = { ...draft, accounts: JSON.stringify(accounts) }
      // Whoever saves the same once more, such as by a second click at another replica, gets what is there.
      for (let number = 0; ; number++) {
        const id = idOf([reader.person, told, number])
        const row = { ...told, id, version: 1, changedAt: now() }
        const [added] = await database
          .insert(savedViews)
          .values(row)
          .onConflictDoNothing()
          .returning()
        const saved = added ?? (await findRow(id))
        if (saved?.version === 1) return viewOf(reader, saved, await startOf())
      }
    },
    change: async (id, version, draft, accounts) => {
      const row = await findRow(id)
      // Who sees a view does not change with its name: whoever gives it one may see more than its owner.
      const isShownAlike = row && row.path === draft.path && row.search === draft.search
      const shown = isShownAlike ? {} : { accounts: JSON.stringify(accounts) }
      return update(id, version, { ...draft, ...shown })
    },
    remove: async (id, version) => {
      const change = await update(id, version, { deletedAt: now() })
      if (change.kind === 'done') await database.delete(startViews).where(eq(startViews.view, id))
      return change
    },
    restore: async (id) => {
      if (!(await findRow(id, isNotNull(savedViews.deletedAt)))) return { kind: 'gone' }
      const rows = await database
        .update(savedViews)
        .set({ deletedAt: null, version: nextVersion, changedAt: now() })
        .where(and(eq(savedViews.id, id), isNotNull(savedViews.deletedAt)))
        .returning()
      return outcome(id, rows)
    },
    start: async (id) => {
      const { person } = reader
      if (id === undefined || !(await findRow(id))) {
        await database.delete(startViews).where(eq(startViews.person, person))
        return
      }
      // One row for each person, so that at no time two views are the start.
      const conflict = { target: startViews.person, set: { view: id } }
      await database.insert(startViews).values({ person, view: id }).onConflictDoUpdate(conflict)
    },
  }
}

type Row = typeof savedViews.$inferSelect

/** The same for the same, at every replica. */
function idOf(told: unknown): string {
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32)
}

/**
 * Whether one more view can be kept. Those that were deleted long ago are gone then, and of the others
 * that were deleted those that are too many: they keep nobody from saving.
 */
async function hasRoom(database: Store['database'], now: number): Promise<boolean> {
  const expired = lt(savedViews.deletedAt, now - RESTORABLE_MILLISECONDS)
  const tooMany = database
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(isNotNull(savedViews.deletedAt))
    .orderBy(desc(savedViews.deletedAt), savedViews.id)
    .offset(MOST_VIEWS)
  await database
    .delete(savedViews)
    .where(and(isNotNull(savedViews.deletedAt), or(expired, inArray(savedViews.id, tooMany))))
  const [all] = await database.select({ views: count() }).from(savedViews).where(kept)
  return !all || all.views < MOST_VIEWS
}

function accountsOf(text: string): string[] {
  return JSON.parse(text)
}

function viewOf(reader: ViewReader, row: Row, start: string | undefined): SavedView {
  const { deletedAt: _, accounts: shown, changedAt, ...view } = row
  const accounts = accountsOf(shown)
  return {
    ...view,
    // Whoever opens it may see other accounts than its maker, and another first.
    search: namesAccounts(reader.accounts, reader.person !== '')
      ? withAccounts(view.search, accounts, reader.person !== '')
      : view.search,
    start: view.id === start,
    changedAt: new Date(changedAt).toISOString(),
  }
}

import { and, eq, isNull } from 'drizzle-orm'
import type { SavedView } from '#contract/saved-view.ts'
import { namesAccounts, withAccounts } from '#url/account-key.ts'
import type { Store } from './open-store.ts'
import { savedViews, startViews } from './schema.ts'

/** Who asks for views: they see those whose accounts they all see. */
export interface ViewReader {
  /** Empty where nobody signs in. */
  readonly person: string
  /** Ids of the accounts that they may see. */
  readonly accounts: readonly string[]
}

/** A view as it is kept. */
export type ViewRow = typeof savedViews.$inferSelect

/** Others are those of no view, and some of them no text that Postgres knows. */
const POSSIBLE_ID = /^[\w-]{1,64}$/

/** Not deleted. */
export const kept = isNull(savedViews.deletedAt)

/** The views that are kept, as far as a reader sees them. */
export function createViewRows({ database }: Store, reader: ViewReader) {
  const startOf = async () => {
    const own = eq(startViews.person, reader.person)
    const [row] = await database.select().from(startViews).where(own)
    return row?.view
  }
  return {
    /** All that are not deleted. */
    async all(): Promise<SavedView[]> {
      const [rows, start] = [await database.select().from(savedViews).where(kept), await startOf()]
      return rows.filter((row) => isSeen(reader, row)).map((row) => viewOf(reader, row, start))
    },
    /** @param state that the view is to be in */
    async find(id: string, state = kept): Promise<ViewRow | undefined> {
      if (!POSSIBLE_ID.test(id)) return undefined
      const one = and(eq(savedViews.id, id), state)
      const [row] = await database.select().from(savedViews).where(one)
      return row && isSeen(reader, row) ? row : undefined
    },
    /** What the reader is told of a view. */
    view: async (row: ViewRow): Promise<SavedView> => viewOf(reader, row, await startOf()),
  }
}

/** Whether a reader may change or delete a view: their own, or one that is everybody's. */
export function mayChange({ person }: ViewReader, row: ViewRow): boolean {
  return person === '' || row.person === '' || row.person === person
}

function isSeen(reader: ViewReader, { accounts }: ViewRow): boolean {
  const shown = accountsOf(accounts)
  return shown.length > 0 && shown.every((account) => reader.accounts.includes(account))
}

function accountsOf(text: string): string[] {
  return JSON.parse(text)
}

function viewOf(reader: ViewReader, row: ViewRow, start: string | undefined): SavedView {
  const { deletedAt: _, person: __, accounts: shown, changedAt, ...view } = row
  const accounts = accountsOf(shown)
  return {
    ...view,
    editable: mayChange(reader, row),
    // Whoever opens it may see other accounts than its maker, and another first.
    search: namesAccounts(reader.accounts, reader.person !== '')
      ? withAccounts(view.search, accounts, reader.person !== '')
      : view.search,
    start: view.id === start,
    changedAt: new Date(changedAt).toISOString(),
  }
}

import { createHash } from 'node:crypto'
import { and, count, desc, eq, inArray, isNotNull, like, lt, or } from 'drizzle-orm'
import type { SavedViewDraft } from '#contract/saved-view-draft.ts'
import type { Store } from './open-store.ts'
import { savedViews } from './schema.ts'
import { kept, type ViewRow } from './view-rows.ts'

const MOST_VIEWS = 1000
const RESTORABLE_MILLISECONDS = 30 * 24 * 3_600_000

/**
 * Adds a view. Whoever saves the same once more, such as by a second click at another replica, gets what
 * is there; what was changed or deleted since is another view.
 *
 * @param person whose it is; empty where nobody signs in
 * @param accounts ids of those that it shows
 * @param now milliseconds since 1970
 * @returns undefined where there are too many already
 */
export async function addView(
  { database }: Store,
  person: string,
  draft: SavedViewDraft,
  accounts: readonly string[],
  now: number,
): Promise<ViewRow | undefined> {
  if (!(await hasRoom(database, now))) return undefined
  const told = { ...draft, accounts: JSON.stringify(accounts) }
  const first = idOf([person, told, 0])
  for (let id = first; ; ) {
    const row = { ...told, id, person, version: 1, changedAt: now }
    const [added] = await database.insert(savedViews).values(row).onConflictDoNothing().returning()
    if (added) return added
    const same = await database
      .select()
      .from(savedViews)
      .where(or(eq(savedViews.id, first), like(savedViews.id, `${first}-%`)))
    const unchanged = same.find(({ version }) => version === 1)
    if (unchanged) return unchanged
    id = freeId(first, new Set(same.map((one) => one.id)))
  }
}

/** The same for the same, at every replica. */
function idOf(told: unknown): string {
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32)
}

/** The first id in its row of ids that is not taken. */
function freeId(first: string, taken: ReadonlySet<string>): string {
  if (!taken.has(first)) return first
  let number = 1
  while (taken.has(`${first}-${number}`)) number += 1
  return `${first}-${number}`
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

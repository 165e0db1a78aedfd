import { bigint, boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

// Moments are milliseconds and not timestamps: every driver reads numbers alike.

/** Views that somebody has given a name. */
export const savedViews = pgTable('saved_views', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  owner: text('owner').notNull(),
  /** What the address is without its query, such as `/account`. */
  path: text('path').notNull(),
  /** The query of the address, without its question mark. */
  search: text('search').notNull(),
  /** Whether the dashboard opens with it; of one view at most. */
  start: boolean('start').notNull(),
  /** Counts its changes, so that nobody overwrites one that they have not seen. */
  version: integer('version').notNull(),
  changedAt: bigint('changed_at', { mode: 'number' }).notNull(),
  /** When it was deleted; it can be brought back for a while. */
  deletedAt: bigint('deleted_at', { mode: 'number' }),
})

/** Answers of the upstream that can no longer change. */
export const settledAnswers = pgTable(
  'settled_answers',
  {
    account: text('account').notNull(),
    /** The request's product, path and query. */
    request: text('request').notNull(),
    /** The request without its page: what all pages of one list share. */
    list: text('list').notNull(),
    /** JSON. */
    body: text('body').notNull(),
    bytes: integer('bytes').notNull(),
    keptAt: bigint('kept_at', { mode: 'number' }).notNull(),
    usedAt: bigint('used_at', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.request] }),
    index('settled_answers_used_at').on(table.usedAt),
    index('settled_answers_list').on(table.account, table.list),
  ],
)

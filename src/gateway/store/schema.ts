import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

// Moments are milliseconds and not timestamps: every driver reads numbers alike.

/** Views that somebody has given a name. */
export const savedViews = pgTable('saved_views', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  owner: text('owner').notNull(),
  /** What the provider calls them; empty where nobody signed in: then the view is everybody's. */
  person: text('person').notNull().default(''),
  /** What the address is without its query, such as `/account`. */
  path: text('path').notNull(),
  /** The query of the address, without its question mark. */
  search: text('search').notNull(),
  /** Ids of the accounts that it showed to whoever saved it, as JSON: whoever sees them sees it. */
  accounts: text('accounts').notNull().default('["main"]'),
  /** Counts its changes, so that nobody overwrites one that they have not seen. */
  version: integer('version').notNull(),
  changedAt: bigint('changed_at', { mode: 'number' }).notNull(),
  /** When it was deleted; it can be brought back for a while. */
  deletedAt: bigint('deleted_at', { mode: 'number' }),
})

/** The view that the dashboard opens with, for each person; nobody's name where nobody signs in. */
export const startViews = pgTable('start_views', {
  person: text('person').primaryKey(),
  view: text('view').notNull(),
})

/** Read-only links for people without an account. */
export const sharedLinks = pgTable('shared_links', {
  id: text('id').primaryKey(),
  /** Of its token, which is kept nowhere. */
  digest: text('digest').notNull().unique(),
  name: text('name').notNull(),
  path: text('path').notNull(),
  search: text('search').notNull(),
  /** Ids of the accounts whose usage it shows, as JSON. */
  accounts: text('accounts').notNull(),
  /** Who made it; empty where nobody signs in. */
  owner: text('owner').notNull(),
  createdAt: bigint('created_at', { mode: 'number' }).notNull(),
  expiresAt: bigint('expires_at', { mode: 'number' }).notNull(),
})

/** Sessions of those who have signed in: a row that is gone is a session that is over. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    /** What the provider calls them. */
    person: text('person').notNull(),
    /** A name that the browser has: tabs that sign in at once make a session each, which end together. */
    browser: text('browser').notNull(),
    /** For whoever ends sessions by hand. */
    email: text('email').notNull(),
    /** All that is known of them, as JSON. */
    details: text('details').notNull(),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    expiresAt: bigint('expires_at', { mode: 'number' }).notNull(),
  },
  (table) => [
    index('sessions_expires_at').on(table.expiresAt),
    index('sessions_browser').on(table.browser),
  ],
)

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

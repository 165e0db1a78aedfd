import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { and, eq, gt, lt } from 'drizzle-orm'
import type { SharedLink } from '#contract/shared-link.ts'
import type { SharedLinkDraft } from '#contract/shared-link-draft.ts'
import type { Store } from './open-store.ts'
import { sharedLinks } from './schema.ts'

/** A link as it is kept: whoever has its token may read what it shows. */
export interface KeptLink extends SharedLink {
  /** Ids of the accounts whose usage it shows. */
  readonly accounts: readonly string[]
}

/** The read-only links that were given to people without an account. */
export interface SharedLinks {
  /** Those that are still open, the newest first. */
  list(): Promise<KeptLink[]>
  /**
   * Makes a link.
   *
   * @returns with its token, which is told this once and kept nowhere; undefined where one of the accounts
   * has too many already
   */
  add(
    draft: SharedLinkDraft,
    accounts: readonly string[],
    owner: string,
  ): Promise<{ readonly link: KeptLink; readonly token: string } | undefined>
  /** Closes a link for good. @returns whether there was one */
  revoke(id: string): Promise<boolean>
  /** The open link of a token. */
  find(token: string): Promise<KeptLink | undefined>
}

const TOKEN_BYTES = 32
/** Open links that may show one account. */
const MOST_LINKS = 200
const DAY = 24 * 3_600_000

/** @param now milliseconds since 1970 */
export function createSharedLinks({ database }: Store, now: () => number = Date.now): SharedLinks {
  const open = () => gt(sharedLinks.expiresAt, now())
  return {
    async list() {
      const rows = await database.select().from(sharedLinks).where(open())
      return rows.sort((a, b) => b.createdAt - a.createdAt).map(linkOf)
    },
    async add({ name, path, search, days }, accounts, owner) {
      await database.delete(sharedLinks).where(lt(sharedLinks.expiresAt, now()))
      const shown = (await this.list()).flatMap((link) => link.accounts)
      const linksOf = (account: string) => shown.filter((one) => one === account).length
      if (accounts.some((account) => linksOf(account) >= MOST_LINKS)) return undefined
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      const row = {
        id: randomUUID(),
        digest: digestOf(token),
        name,
        path,
        search,
        owner,
        accounts: JSON.stringify(accounts),
        createdAt: now(),
        expiresAt: now() + days * DAY,
      }
      await database.insert(sharedLinks).values(row)
      return { link: linkOf(row), token }
    },
    async revoke(id) {
      const rows = await database.delete(sharedLinks).where(eq(sharedLinks.id, id)).returning()
      return rows.length > 0
    },
    async find(token) {
      const [row] = await database
        .select()
        .from(sharedLinks)
        .where(and(eq(sharedLinks.digest, digestOf(token)), open()))
      return row && linkOf(row)
    },
  }
}

/** What is kept of a token, so that whoever reads the store can open no link. */
function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function linkOf(row: typeof sharedLinks.$inferSelect): KeptLink {
  const { digest: _, accounts, createdAt, expiresAt, ...link } = row
  return {
    ...link,
    accounts: JSON.parse(accounts),
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  }
}

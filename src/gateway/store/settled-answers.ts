import { and, count, eq, gt, max, min, notInArray, type SQL, sql, sum } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { DurableAnswers, DurablePage } from '../kore/lists-read-anew.ts'
import type { Store } from './open-store.ts'
import { settledAnswers } from './schema.ts'

/** How much of an account's settled usage is kept. */
export interface KeptSummary {
  readonly answers: number
  readonly bytes: number
  /** When the first and the last of them were kept, in milliseconds; undefined where none is. */
  readonly firstKeptAt?: number
  readonly lastKeptAt?: number
}

/** A kept answer as it is exported. */
export interface ExportedAnswer {
  readonly request: string
  readonly keptAt: number
  /** JSON. */
  readonly body: string
}

/**
 * The answers of one account that can no longer change, kept for good. Where there is no more room,
 * those go that were not used for longest.
 */
export interface SettledAnswers extends DurableAnswers {
  summary(): Promise<KeptSummary>
  /** Every kept answer, some at a time. */
  exported(): AsyncGenerator<ExportedAnswer>
  /** Forgets all of the account. */
  clear(): Promise<void>
}

const EXPORTED_AT_ONCE = 20

/** What remains after room was made, so that it is not made for every answer. */
const KEPT_SHARE = 0.9

/**
 * @param room bytes that the answers of all accounts may take together
 * @param now milliseconds since 1970
 */
export function createSettledAnswers(
  { database }: Store,
  account: string,
  room: number,
  now: () => number = Date.now,
): SettledAnswers {
  const own = eq(settledAnswers.account, account)
  return {
    async get(request) {
      const [kept] = await database
        .update(settledAnswers)
        .set({ usedAt: now() })
        .where(and(own, eq(settledAnswers.request, request)))
        .returning({ body: settledAnswers.body })
      return kept?.body
    },
    async put(request, list, body) {
      if (Buffer.byteLength(body) > room) return
      const row = rowOf(account, list, { request, body }, now())
      await database.insert(settledAnswers).values(row).onConflictDoNothing()
      await makeRoom(database, room)
    },
    async replace(list, pages) {
      const rows = pages.map((page) => rowOf(account, list, page, now()))
      if (rows.reduce((bytes, row) => bytes + row.bytes, 0) > room) return
      const requests = pages.map(({ request }) => request)
      const outdated = and(
        own,
        eq(settledAnswers.list, list),
        notInArray(settledAnswers.request, requests),
      )
      const { body, bytes, keptAt, usedAt } = settledAnswers
      // One statement, so that at no time a part of the list is missing.
      await database
        .with(
          database
            .$with('outdated')
            .as(database.delete(settledAnswers).where(outdated).returning()),
        )
        .insert(settledAnswers)
        .values(rows)
        .onConflictDoUpdate({
          target: [settledAnswers.account, settledAnswers.request],
          set: {
            body: excluded(body),
            bytes: excluded(bytes),
            keptAt: excluded(keptAt),
            usedAt: excluded(usedAt),
          },
        })
      await makeRoom(database, room)
    },
    ...keptOverview(database, own),
    async clear() {
      await database.delete(settledAnswers).where(own)
    },
  }
}

/** What is told of the kept answers of an account. @param own which those are */
function keptOverview(
  database: Store['database'],
  own: SQL,
): Pick<SettledAnswers, 'summary' | 'exported'> {
  return {
    async summary() {
      const [found] = await database
        .select({
          answers: count(),
          bytes: sum(settledAnswers.bytes),
          first: min(settledAnswers.keptAt),
          last: max(settledAnswers.keptAt),
        })
        .from(settledAnswers)
        .where(own)
      const { answers = 0, bytes = 0, first = null, last = null } = found ?? {}
      return {
        answers: Number(answers),
        bytes: Number(bytes ?? 0),
        ...(first === null || last === null
          ? {}
          : { firstKeptAt: Number(first), lastKeptAt: Number(last) }),
      }
    },
    async *exported() {
      let after = ''
      while (true) {
        const rows = await database
          .select({
            request: settledAnswers.request,
            keptAt: settledAnswers.keptAt,
            body: settledAnswers.body,
          })
          .from(settledAnswers)
          .where(and(own, gt(settledAnswers.request, after)))
          .orderBy(settledAnswers.request)
          .limit(EXPORTED_AT_ONCE)
        yield* rows
        const last = rows.at(-1)
        if (!last) return
        after = last.request
      }
    },
  }
}

function rowOf(account: string, list: string, { request, body }: DurablePage, at: number) {
  return {
    account,
    request,
    list,
    body,
    bytes: Buffer.byteLength(body),
    keptAt: at,
    usedAt: at,
  }
}

/** The value of a column in the row that would have been inserted. */
function excluded({ name }: PgColumn): SQL {
  return sql`excluded.${sql.identifier(name)}`
}

/** Deletes what was not used for longest, where all accounts together take more than their room. */
async function makeRoom(database: Store['database'], room: number): Promise<void> {
  const [all] = await database.select({ bytes: sum(settledAnswers.bytes) }).from(settledAnswers)
  if (Number(all?.bytes ?? 0) <= room) return
  await database.execute(sql`
    DELETE FROM ${settledAnswers} WHERE (account, request) IN (
      SELECT account, request FROM (
        SELECT account, request, sum(bytes) OVER (ORDER BY used_at DESC, account, request) AS newer
        FROM ${settledAnswers}
      ) AS ranked WHERE newer > ${Math.floor(room * KEPT_SHARE)}
    )`)
}

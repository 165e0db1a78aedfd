import { count } from 'drizzle-orm'
import type { Store } from './open-store.ts'
import { savedViews, settledAnswers, sharedLinks } from './schema.ts'

/** What is kept of an account that the settings do not name. */
interface UnknownAccount {
  /** Its id; of settled usage, the mark of its credentials. */
  readonly account: string
  readonly kept: 'views' | 'links' | 'settled usage'
  readonly rows: number
}

/** Views and links name accounts by their ids, as JSON. */
const NAMED = [
  ['views', savedViews],
  ['links', sharedLinks],
] as const

/**
 * What is kept and shown to nobody, as its account has another id, or other credentials, than when it was
 * kept. The README says how to move it.
 *
 * @param ids of the accounts that the settings name
 * @param marks of their credentials
 */
export async function findUnknownAccounts(
  { database }: Store,
  ids: readonly string[],
  marks: readonly string[],
): Promise<UnknownAccount[]> {
  const found: UnknownAccount[] = []
  for (const [kept, table] of NAMED) {
    const counts = new Map<string, number>()
    const groups = await database
      .select({ accounts: table.accounts, rows: count() })
      .from(table)
      .groupBy(table.accounts)
    for (const { accounts, rows } of groups) {
      const named: string[] = JSON.parse(accounts)
      for (const id of named) if (!ids.includes(id)) counts.set(id, (counts.get(id) ?? 0) + rows)
    }
    found.push(...[...counts].map(([account, rows]) => ({ account, kept, rows })))
  }
  const { account } = settledAnswers
  const answers = await database
    .select({ account, rows: count() })
    .from(settledAnswers)
    .groupBy(account)
  const unknown = answers.filter((one) => !marks.includes(one.account))
  return [...found, ...unknown.map((one) => ({ ...one, kept: 'settled usage' as const }))]
}

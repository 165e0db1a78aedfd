import * as z from 'zod/mini'
import { addMoney } from '#usage/question/money.ts'
import {
  addFlow,
  type Cost,
  type Flow,
  isNoFlow,
  NO_FLOW,
  type RoamingPart,
  UNKNOWN_COUNTRY,
  type UsageRecord,
} from '#usage/question/usage-record.ts'
import { parseCountry } from '../country-code.ts'
import { moment, money, parseCost, wholeNumber } from '../wire-values.ts'

const count = z._default(z.nullable(wholeNumber), 0)

/** A leaf of the tree: `data` has `upload` and `download`, `commands` has `from_sim` and `to_sim`. */
const leafShape = {
  total: count,
  upload: count,
  download: count,
  from_sim: count,
  to_sim: count,
  units: z.nullish(z.string()),
  billed: z.nullish(money),
  billing_units: z.nullish(z.string()),
}

const leaf = z.object(leafShape)

const country = z.object({
  ...leafShape,
  country_code: z.nullish(z.string()),
  iso_country: z.nullish(z.string()),
  country: z.nullish(z.string()),
})

const tree = z.object({
  ...leafShape,
  home: z.nullish(leaf),
  national_roaming: z.nullish(leaf),
  international_roaming: z.nullish(z.array(country)),
})

/**
 * A usage record as Programmable Wireless sends it: a tree, whose `commands`, `data` and even
 * `period` may be `{}` (API examples), and whose empty branches are `null` and `[]`.
 */
export const wireUsageRecord = z.object({
  period: z.nullish(z.object({ start: z.optional(moment), end: z.optional(moment) })),
  data: z.nullish(tree),
  commands: z.nullish(tree),
})

type WireUsageRecord = z.infer<typeof wireUsageRecord>
/** What tells the records of one request apart; a record without a period counts for nothing. */
export function identityOfUsageRecord({ period }: WireUsageRecord): string | undefined {
  return period?.start?.toISOString()
}

type WireTree = z.infer<typeof tree>
type WireLeaf = z.infer<typeof leaf>

/**
 * Reads one tree into one record for each part (and each country abroad) that has usage.
 *
 * @returns empty for a record without a period, or without usage
 */
export function parseUsageRecord({ period, data, commands }: WireUsageRecord): UsageRecord[] {
  const { start, end } = period ?? {}
  if (!start || !end) return []
  const branches = new Map<string, Branch>()
  addBranches(branches, data, 'data')
  addBranches(branches, commands, 'commands')
  return [...branches.values()].map((branch) => ({ period: { start, end }, ...branch }))
}

type Branch = {
  -readonly [K in keyof Omit<UsageRecord, 'period'>]: UsageRecord[K]
}

/** What one branch of a tree amounts to. */
interface Amount {
  readonly flow: Flow
  /** Undefined where the tree tells no charge. */
  readonly cost: Cost | undefined
}

/** What charges what: data and Commands are charged apart. */
const COST_OF = { data: 'cost', commands: 'commandsCost' } as const

function addBranches(
  branches: Map<string, Branch>,
  tree: WireTree | null | undefined,
  measure: 'data' | 'commands',
): void {
  if (!tree) return
  const add = (part: RoamingPart, { flow, cost }: Amount, country?: string) => {
    if (isNoFlow(flow) && !cost?.amount) return
    const key = `${part} ${country ?? ''}`
    const known = branches.get(key) ?? {
      part,
      data: NO_FLOW,
      commands: NO_FLOW,
      ...(country === undefined ? {} : { country }),
    }
    const before = known[COST_OF[measure]]
    const sum = isNoFlow(known[measure]) && !before ? cost : addCost(before, cost)
    branches.set(key, {
      ...known,
      [measure]: addFlow(known[measure], flow),
      ...(sum ? { [COST_OF[measure]]: sum } : {}),
    })
  }
  const home = amountOf(tree.home)
  const national = amountOf(tree.national_roaming)
  const abroad = (tree.international_roaming ?? []).map((element) => ({
    amount: amountOf(element),
    // The country is required in KORE's description, under another name in other sources (contract §3).
    country: parseCountry(element.country_code, element.iso_country, element.country),
  }))
  add('home', home)
  add('nationalRoaming', national)
  for (const { amount, country } of abroad) {
    add('internationalRoaming', amount, country ?? UNKNOWN_COUNTRY)
  }
  const parts = [home, national, ...abroad.map(({ amount }) => amount)]
  add('unattributed', restOf(amountOf(tree), parts))
}

function amountOf(wire: WireLeaf | null | undefined): Amount {
  if (!wire) return { flow: NO_FLOW, cost: undefined }
  const flow = {
    total: wire.total ?? 0,
    download: (wire.download ?? 0) + (wire.to_sim ?? 0),
    upload: (wire.upload ?? 0) + (wire.from_sim ?? 0),
  }
  return { flow, cost: parseCost(wire.billed, wire.billing_units) }
}

/** The same country twice in one record: charged as far as each of the two is, and in one currency. */
function addCost(a: Cost | undefined, b: Cost | undefined): Cost | undefined {
  if (!a && !b) return undefined
  if (!a || !b || a.currency !== b.currency) return { amount: 0, currency: undefined }
  return { amount: addMoney(a.amount, b.amount), currency: a.currency }
}

/** What the whole counts beyond its parts. Parts that count more than their whole are believed. */
function restOf(whole: Amount, parts: readonly Amount[]): Amount {
  const beyond = (direction: keyof Flow) =>
    Math.max(
      0,
      parts.reduce((left, { flow }) => left - flow[direction], whole.flow[direction]),
    )
  const flow = { total: beyond('total'), download: beyond('download'), upload: beyond('upload') }
  const currency = whole.cost?.currency
  if (currency === undefined) return { flow, cost: whole.cost }
  const told = parts.flatMap(({ cost }) => (cost?.currency === currency ? [cost.amount] : []))
  const left = told.reduce((rest, amount) => addMoney(rest, -amount), whole.cost?.amount ?? 0)
  return { flow, cost: { amount: Math.max(0, left), currency } }
}

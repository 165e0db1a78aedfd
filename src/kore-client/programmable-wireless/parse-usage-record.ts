import { addMoney } from '#usage/question/money.ts'
import { type Oddity, sumOddities } from '#usage/question/oddity.ts'
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
import { parseCost } from '../wire-values.ts'
import type { WireTree, WireUsageRecord } from './wire-usage-record.ts'

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
  const odd = sumOddities([...dataOddities(data), ...commandsOddities(commands)])
  return [...branches.values()].map((branch, index) => ({
    period: { start, end },
    ...branch,
    // Told once, with the first of what one record is read into.
    ...(index === 0 && odd.length > 0 ? { oddities: odd } : {}),
  }))
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
  const elements: readonly WireElement[] = tree.international_roaming ?? []
  const abroad = elements.map((element) => ({
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

/** A leaf of either tree: `data` has `upload` and `download`, `commands` has `from_sim` and `to_sim`. */
interface WireLeaf {
  readonly total?: number | null | undefined
  readonly upload?: number | null | undefined
  readonly download?: number | null | undefined
  readonly from_sim?: number | null | undefined
  readonly to_sim?: number | null | undefined
  readonly billed?: number | null | undefined
  readonly billing_units?: string | null | undefined
}

interface WireElement extends WireLeaf {
  readonly country_code?: string | null | undefined
  readonly iso_country?: string | null | undefined
  readonly country?: string | null | undefined
}

/** A total that is not told is the sum of both directions. */
function amountOf(wire: WireLeaf | null | undefined): Amount {
  if (!wire) return { flow: NO_FLOW, cost: undefined }
  const download = (wire.download ?? 0) + (wire.to_sim ?? 0)
  const upload = (wire.upload ?? 0) + (wire.from_sim ?? 0)
  const flow = { total: wire.total ?? download + upload, download, upload }
  return { flow, cost: parseCost(wire.billed, wire.billing_units) }
}

/** The same country twice in one record: charged as far as each of the two is, and in one currency. */
function addCost(a: Cost | undefined, b: Cost | undefined): Cost | undefined {
  if (!a && !b) return undefined
  if (!a || !b || a.currency !== b.currency) return { amount: 0, currency: undefined }
  return { amount: addMoney(a.amount, b.amount), currency: a.currency }
}

/**
 * What the whole counts beyond its parts. Parts that count more than their whole are believed; a whole
 * without any parts is all there is, be it less than nothing.
 */
function restOf(whole: Amount, parts: readonly Amount[]): Amount {
  const least = parts.every(({ flow }) => isNoFlow(flow)) ? Number.NEGATIVE_INFINITY : 0
  const beyond = (direction: keyof Flow) =>
    Math.max(
      least,
      parts.reduce((left, { flow }) => left - flow[direction], whole.flow[direction]),
    )
  const flow = { total: beyond('total'), download: beyond('download'), upload: beyond('upload') }
  const currency = whole.cost?.currency
  if (currency === undefined) return { flow, cost: whole.cost }
  const told = parts.flatMap(({ cost }) => (cost?.currency === currency ? [cost.amount] : []))
  const left = told.reduce((rest, amount) => addMoney(rest, -amount), whole.cost?.amount ?? 0)
  return { flow, cost: { amount: Math.max(0, left), currency } }
}

/** By how much the parts of a tree exceed its whole; undefined where one of both is not told. */
function excessOf(tree: WireTree): number | undefined {
  const { total, home, national_roaming: national, international_roaming: abroad } = tree
  const leaves: readonly (WireLeaf | null | undefined)[] = [home, national, ...(abroad ?? [])]
  const parts = leaves.flatMap((leaf) => (leaf ? amountOf(leaf).flow.total : []))
  if (total === null || total === undefined || parts.length === 0) return undefined
  return parts.reduce((sum, part) => sum + part, -total)
}

function dataOddities(tree: WireUsageRecord['data']): Oddity[] {
  if (!tree) return []
  const { total, upload, download } = tree
  const odd: Oddity[] = []
  const excess = excessOf(tree) ?? 0
  if (excess > 0) odd.push({ kind: 'partsExceed', amount: excess })
  if (excess < 0) odd.push({ kind: 'partsFallShort', amount: -excess })
  if (total !== undefined && upload !== undefined && download !== undefined) {
    const apart = Math.abs(total - upload - download)
    if (apart > 0) odd.push({ kind: 'directionsDiffer', amount: apart })
  }
  if (tree.converted) odd.push({ kind: 'converted', amount: 1 })
  return odd
}

function commandsOddities(tree: WireUsageRecord['commands']): Oddity[] {
  const excess = (tree && excessOf(tree)) ?? 0
  if (excess > 0) return [{ kind: 'commandsExceed', amount: excess }]
  return excess < 0 ? [{ kind: 'commandsFallShort', amount: -excess }] : []
}

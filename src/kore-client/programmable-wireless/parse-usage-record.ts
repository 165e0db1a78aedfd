import * as z from 'zod/mini'
import type { Flow, RoamingPart, UsageRecord } from '#usage/question/usage-record.ts'
import { isNoFlow, NO_FLOW } from '#usage/question/usage-record.ts'
import { moment, wholeNumber } from '../wire-values.ts'

const count = z._default(z.nullable(wholeNumber), 0)

/** A leaf of the tree: `data` has `upload` and `download`, `commands` has `from_sim` and `to_sim`. */
const leafShape = {
  total: count,
  upload: count,
  download: count,
  from_sim: count,
  to_sim: count,
}

const leaf = z.object(leafShape)

const country = z.object({
  ...leafShape,
  iso_country: z.nullish(z.string()),
  country: z.nullish(z.string()),
})

const tree = z.object({
  ...leafShape,
  units: z.nullish(z.string()),
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

function addBranches(
  branches: Map<string, Branch>,
  tree: WireTree | null | undefined,
  measure: 'data' | 'commands',
): void {
  if (!tree) return
  const add = (part: RoamingPart, flow: Flow, country?: string) => {
    if (isNoFlow(flow)) return
    const key = `${part} ${country ?? ''}`
    const branch = branches.get(key) ?? {
      part,
      data: NO_FLOW,
      commands: NO_FLOW,
      ...(country === undefined ? {} : { country }),
    }
    branches.set(key, { ...branch, [measure]: flow })
  }
  const home = flowOf(tree.home)
  const national = flowOf(tree.national_roaming)
  const abroad = (tree.international_roaming ?? []).map(flowOf)
  add('home', home)
  add('nationalRoaming', national)
  tree.international_roaming?.forEach((element, index) => {
    // No document names the key of the country: both that were seen are read, else it is numbered.
    const name = element.iso_country ?? element.country ?? `#${index + 1}`
    add('internationalRoaming', abroad[index] ?? NO_FLOW, name)
  })
  add('unattributed', rest(flowOf(tree), [home, national, ...abroad]))
}

function flowOf(wire: WireLeaf | null | undefined): Flow {
  if (!wire) return NO_FLOW
  return {
    total: wire.total ?? 0,
    download: (wire.download ?? 0) + (wire.to_sim ?? 0),
    upload: (wire.upload ?? 0) + (wire.from_sim ?? 0),
  }
}

/** What the whole counts beyond its parts. Parts that count more than their whole are believed. */
function rest(whole: Flow, parts: readonly Flow[]): Flow {
  const beyond = (direction: keyof Flow) =>
    Math.max(
      0,
      parts.reduce((left, part) => left - part[direction], whole[direction]),
    )
  return { total: beyond('total'), download: beyond('download'), upload: beyond('upload') }
}

import type { UsageQuery } from '#usage/question/usage-query.ts'
import type { Interval } from '#usage/time/interval.ts'
import type { Stack } from './stack.ts'

const DAY = 86_400_000

/** What the sandbox tells of one hour and one member of a group. */
interface Hour {
  readonly start: number
  readonly member: string
  readonly bytes: number
  readonly micros: number
}

/** Millionths of a unit of money. */
const microsOf = (billed: number | string | undefined) => Math.round(Number(billed ?? 0) * 1e6)

/** An hourly record of either product. */
interface WireHour {
  readonly period: { readonly start?: string; readonly start_time?: string }
  readonly data?: { readonly total: number; readonly billed: number }
  readonly commands?: { readonly billed: number }
  readonly data_total?: number
  readonly data_total_billed?: number | string
  readonly network_sid?: string
  readonly iso_country?: string
  readonly fleet_sid?: string
  readonly sim_sid?: string
}

const SUPER_SIM_GROUPS = {
  network: 'network',
  country: 'isoCountry',
  fleet: 'fleet',
  sim: 'sim',
} as const
const MEMBER_KEYS = {
  network: 'network_sid',
  country: 'iso_country',
  fleet: 'fleet_sid',
  sim: 'sim_sid',
} as const

/** The sandbox's own records hour by hour, asked for in plain slices that have nothing of a plan. */
export async function hoursOf(stack: Stack, query: UsageQuery): Promise<Hour[]> {
  const hours = query.accounts.map((account) => hoursOfAccount(stack, query, account))
  return (await Promise.all(hours)).flat()
}

async function hoursOfAccount(
  { gatewayUrl }: Stack,
  query: UsageQuery,
  account: string,
): Promise<Hour[]> {
  const { product, filter, interval } = query
  const group = query.group === 'account' ? undefined : query.group
  const hours: Hour[] = []
  for (let start = interval.start.getTime(); start < interval.end.getTime(); start += 30 * DAY) {
    const end = Math.min(start + 30 * DAY, interval.end.getTime())
    const superSim = product === 'super-sim'
    const parameters = new URLSearchParams({
      Granularity: superSim ? 'hour' : 'hourly',
      [superSim ? 'StartTime' : 'Start']: new Date(start).toISOString(),
      [superSim ? 'EndTime' : 'End']: new Date(end).toISOString(),
      PageSize: '200',
      ...(superSim && filter.sim ? { Sim: filter.sim } : {}),
      ...(filter.fleet ? { Fleet: filter.fleet } : {}),
      ...(filter.network ? { Network: filter.network } : {}),
      ...(filter.country ? { IsoCountry: filter.country } : {}),
      ...(group ? { Group: SUPER_SIM_GROUPS[group] } : {}),
    })
    const resource = !superSim && filter.sim ? `Sims/${filter.sim}/UsageRecords` : 'UsageRecords'
    const path = `${gatewayUrl}/api/accounts/${account}/${product}/v1/${resource}`
    let next: string | undefined = `?${parameters}`
    while (next) {
      const page: { usage_records: WireHour[]; meta: { next_page_url: string | null } } = await (
        await fetch(path + next)
      ).json()
      hours.push(...page.usage_records.map((record) => parseHour(record, query, account)))
      next = page.meta.next_page_url ? new URL(page.meta.next_page_url).search : undefined
    }
  }
  return hours
}

function parseHour(record: WireHour, { accounts, group }: UsageQuery, account: string): Hour {
  const named = group && group !== 'account' ? String(record[MEMBER_KEYS[group]]) : 'all'
  const apart = accounts.length > 1 && (group === 'fleet' || group === 'sim')
  return {
    start: Date.parse(record.period.start ?? record.period.start_time ?? ''),
    member: group === 'account' ? account : apart ? `${account}/${named}` : named,
    bytes: record.data?.total ?? record.data_total ?? Number.NaN,
    micros:
      microsOf(record.data_total_billed) +
      microsOf(record.data?.billed) +
      microsOf(record.commands?.billed),
  }
}

export function within({ start, end }: Interval) {
  return (hour: Hour) => hour.start >= start.getTime() && hour.start < end.getTime()
}

export const sumBytes = (hours: readonly Hour[]) => hours.reduce((sum, { bytes }) => sum + bytes, 0)

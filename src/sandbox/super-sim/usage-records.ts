import type { SandboxForm } from '../config.ts'
import { LATEST_SUPER_SIM_HOURS } from '../lateness.ts'
import { type SuperSimWorld, simDay } from './super-sim-world.ts'
import type { UsageParameters } from './usage-parameters.ts'
import { type AccountSums, add, simUsageBetween, type Usage } from './usage-sums.ts'

const HOUR = 3_600_000
const NOTHING: Usage = { upload: 0, download: 0, charge: 0 }

/** How a record is written, and whether a period without usage has one. */
export type RecordForm = Pick<SandboxForm, 'shape' | 'emptyPeriods'>

interface Period {
  readonly start: number
  readonly end: number
}

/**
 * The records that answer a request, newest period first, and within it one for each member of the
 * group that has usage. A member without usage has none, and a period without has one only where the
 * settings say so and nothing is grouped (contract §4).
 *
 * @param from the first position: of the period, and of the member within it
 */
export function* usageRecords(
  world: SuperSimWorld,
  sums: AccountSums,
  parameters: UsageParameters,
  now: Date,
  form: RecordForm,
  from: readonly [number, number],
): Generator<{ at: [number, number]; item: unknown }> {
  const nowHour = now.getTime() / HOUR
  const [firstPeriod, firstMember] = from
  for (let position = firstPeriod; ; position += 1) {
    const period = periodAt(parameters, nowHour, position)
    if (!period) return
    const skip = position === firstPeriod ? firstMember : 0
    const write = ([member, keys, usage]: Member) => ({
      at: [position, member] satisfies [number, number],
      item: wireRecord({ world, parameters, nowHour, form }, period, usage, keys),
    })
    let isEmpty = skip === 0
    for (const member of members(world, sums, parameters, period, nowHour, skip)) {
      isEmpty = false
      yield write(member)
    }
    const isTold = form.emptyPeriods === 'zero' && !parameters.group
    if (isEmpty && isTold) yield write([0, {}, NOTHING])
  }
}

type Member = readonly [position: number, keys: object, usage: Usage]

function* members(
  world: SuperSimWorld,
  sums: AccountSums,
  parameters: UsageParameters,
  { start, end }: Period,
  nowHour: number,
  skip: number,
): Generator<Member> {
  const { group, sim, filter } = parameters
  if (group === 'sim') {
    const sims = sim ? [sim] : world.sims
    for (let position = skip; position < sims.length; position += 1) {
      const one = sims[position]
      if (!one) return
      const usage = simUsageBetween(world, one, [start, end], nowHour, filter)
      if (hasUsage(usage)) yield [position, { sim_sid: one.sid }, usage]
    }
    return
  }
  const byMember = new Map<number, Usage>()
  const see = (fleet: number, network: number, usage: Usage) => {
    const key = memberKey(world, group, fleet, network)
    const total = byMember.get(key) ?? { upload: 0, download: 0, charge: 0 }
    add(total, usage)
    byMember.set(key, total)
  }
  if (sim) {
    // A SIM's fleet and network hold for a day, so each of its days falls to one member.
    for (let from = start; from < end; ) {
      const until = Math.min(end, (Math.floor(from / 24) + 1) * 24)
      seeSimDay(world, parameters, [from, until], nowHour, see)
      from = until
    }
  } else {
    sums.between(start, end, nowHour).forEach((fleet, network, usage) => {
      if (filter.fleet !== undefined && filter.fleet !== fleet) return
      if (filter.networks && !filter.networks.has(network)) return
      see(fleet, network, usage)
    })
  }
  for (const [key, usage] of [...byMember].sort(([a], [b]) => a - b)) {
    if (key >= skip && hasUsage(usage)) yield [key, memberKeys(world, group, key), usage]
  }
}

function seeSimDay(
  world: SuperSimWorld,
  { sim, filter }: UsageParameters,
  range: readonly [number, number],
  nowHour: number,
  see: (fleet: number, network: number, usage: Usage) => void,
): void {
  const place = sim && simDay(world, sim, Math.floor(range[0] / 24))
  if (place) see(place.fleet, place.network, simUsageBetween(world, sim, range, nowHour, filter))
}

function memberKey(
  world: SuperSimWorld,
  group: UsageParameters['group'],
  fleet: number,
  network: number,
): number {
  switch (group) {
    case 'fleet':
      return fleet
    case 'network':
      return network
    case 'isoCountry':
      // The first network of a country stands for it.
      return world.networks.findIndex(
        ({ isoCountry }) => isoCountry === world.networks[network]?.isoCountry,
      )
    default:
      return 0
  }
}

function memberKeys(world: SuperSimWorld, group: UsageParameters['group'], key: number): object {
  switch (group) {
    case 'fleet':
      return { fleet_sid: world.fleets[key]?.sid }
    case 'network':
      return { network_sid: world.networks[key]?.sid }
    case 'isoCountry':
      return { iso_country: world.networks[key]?.isoCountry }
    default:
      return {}
  }
}

function periodAt(
  { start, end, granularity }: UsageParameters,
  nowHour: number,
  position: number,
): Period | undefined {
  if (granularity === 'all') return position === 0 ? { start, end } : undefined
  const length = granularity === 'day' ? 24 : 1
  const last = Math.min(end, Math.ceil(nowHour / length) * length)
  const periodEnd = last - position * length
  return periodEnd > start ? { start: periodEnd - length, end: periodEnd } : undefined
}

interface Question {
  readonly world: SuperSimWorld
  readonly parameters: UsageParameters
  readonly nowHour: number
  readonly form: RecordForm
}

function wireRecord(
  { world, parameters, nowHour, form }: Question,
  { start, end }: Period,
  { upload, download, charge }: Usage,
  keys: object,
) {
  const charged = charge > 0 || nowHour - end >= LATEST_SUPER_SIM_HOURS
  const money = charge / 1_000_000
  return {
    account_sid: world.accountSid,
    sim_sid: null,
    fleet_sid: null,
    network_sid: null,
    iso_country: null,
    ...parameters.shown,
    ...keys,
    period: { start_time: wireMoment(start), end_time: wireMoment(end) },
    data_upload: upload,
    data_download: download,
    data_total: upload + download,
    // Described as a number; the examples of the older documents have text.
    data_total_billed: form.shape === 'documents' ? String(money) : money,
    billed_unit: charged ? world.currency : null,
  }
}

function hasUsage({ upload, download }: Usage): boolean {
  return upload + download > 0
}

function wireMoment(hour: number): string {
  return new Date(Math.round(hour * HOUR)).toISOString().replace('.000Z', 'Z')
}

import type { Refusal } from '../refusals.ts'
import { createdOn } from '../world.ts'
import type { SuperSim, SuperSimWorld } from './super-sim-world.ts'
import type { Filter } from './usage-sums.ts'

export type Group = 'sim' | 'fleet' | 'network' | 'isoCountry'

/** What a usage request asks for; `start` and `end` in hours since 1970 with their fractions. */
export interface UsageParameters {
  readonly start: number
  readonly end: number
  readonly granularity: 'hour' | 'day' | 'all'
  readonly group?: Group
  readonly sim?: SuperSim
  readonly filter: Filter
  /** What each record repeats of the filters. */
  readonly shown: {
    readonly sim_sid?: string
    readonly fleet_sid?: string
    readonly network_sid?: string
    readonly iso_country?: string
  }
}

export type Refused = readonly [kind: Refusal, detail?: string]

const HOUR = 3_600_000
const GROUPS: readonly Group[] = ['sim', 'fleet', 'network', 'isoCountry']
const FILTERS = ['Sim', 'Fleet', 'Network', 'IsoCountry']
const PARAMETERS = [...FILTERS, 'Group', 'Granularity', 'StartTime', 'EndTime']

/**
 * Reads and checks a usage request (contract §4 and §6): values, boundaries, lengths, retention.
 *
 * @param now the default of `EndTime`, and what retention counts from
 */
export function parseUsageParameters(
  query: Readonly<Record<string, string>>,
  world: SuperSimWorld,
  privateBeta: boolean,
  now: Date,
): UsageParameters | Refused {
  const empty = Object.keys(query).find((name) => PARAMETERS.includes(name) && query[name] === '')
  if (empty) return ['missingParameter', `${empty} is empty.`]
  const granularity = query.Granularity ?? 'all'
  if (granularity !== 'hour' && granularity !== 'day' && granularity !== 'all') {
    return ['invalidParameter', 'Granularity must be hour, day or all.']
  }
  const group = GROUPS.find((known) => known === query.Group)
  if (query.Group !== undefined && !group) {
    return ['invalidParameter', `Group must be one of ${GROUPS.join(', ')}.`]
  }
  if ((group === 'sim' || group === 'fleet') && !privateBeta) {
    return ['forbidden', `Grouping by ${group} is a private beta.`]
  }
  const filters = parseFilters(query, world, Math.floor(now.getTime() / (24 * HOUR)))
  if ('refused' in filters) return filters.refused
  const times = parseTimes(query, granularity, now)
  if ('refused' in times) return times.refused
  const { start, end } = times
  const refused = checkRange(start, end, { granularity, group, single: Boolean(filters.sim), now })
  if (refused) return refused
  const longSingle =
    filters.sim && granularity === 'all' && end.getTime() - start.getTime() > 24 * HOUR
  return {
    start: longSingle ? Math.floor(start.getTime() / HOUR) : start.getTime() / HOUR,
    end: longSingle ? Math.ceil(end.getTime() / HOUR) : end.getTime() / HOUR,
    granularity,
    ...(group ? { group } : {}),
    ...filters,
  }
}

function parseFilters(
  query: Readonly<Record<string, string>>,
  world: SuperSimWorld,
  today: number,
) {
  const { Sim, Fleet, Network, IsoCountry } = query
  const named = (key: string | undefined) => (thing: { sid: string; uniqueName: string }) =>
    thing.sid === key || thing.uniqueName === key
  const found = Sim === undefined ? undefined : world.sims.find(named(Sim))
  const sim = found && createdOn(found.device) <= today ? found : undefined
  const fleet = world.fleets.findIndex(named(Fleet))
  const network = world.networks.findIndex(({ sid }) => sid === Network)
  if (Sim !== undefined && !sim) return { refused: ['simNotFound'] satisfies Refused }
  if (Fleet !== undefined && fleet < 0) return { refused: ['fleetNotFound'] satisfies Refused }
  if (Network !== undefined && network < 0) {
    return { refused: ['invalidParameter', 'Network is not known.'] satisfies Refused }
  }
  if (IsoCountry !== undefined && !/^[A-Za-z]{2}$/.test(IsoCountry)) {
    return { refused: ['invalidParameter', 'IsoCountry must be two letters.'] satisfies Refused }
  }
  const country = IsoCountry?.toUpperCase()
  const accepted = world.networks.flatMap((one, index) => {
    if (Network !== undefined && index !== network) return []
    return country !== undefined && one.isoCountry !== country ? [] : index
  })
  return {
    ...(sim ? { sim } : {}),
    filter: {
      ...(Fleet === undefined ? {} : { fleet }),
      ...(Network === undefined && country === undefined ? {} : { networks: new Set(accepted) }),
    },
    shown: {
      ...(sim ? { sim_sid: sim.sid } : {}),
      ...(Fleet === undefined ? {} : { fleet_sid: world.fleets[fleet]?.sid ?? '' }),
      ...(Network === undefined ? {} : { network_sid: Network }),
      ...(country === undefined ? {} : { iso_country: country }),
    },
  }
}

function parseTimes(
  query: Readonly<Record<string, string>>,
  granularity: UsageParameters['granularity'],
  now: Date,
) {
  // What the caller leaves out is put on a boundary, so that a bare request is answered.
  const unit = granularity === 'day' ? 24 * HOUR : HOUR
  const end = query.EndTime
    ? parseMoment(query.EndTime)
    : new Date(Math.ceil(now.getTime() / unit) * unit)
  if (!end) return { refused: ['invalidParameter', 'EndTime is not ISO 8601.'] satisfies Refused }
  const start = query.StartTime ? parseMoment(query.StartTime) : monthsBefore(end, 1)
  if (!start)
    return { refused: ['invalidParameter', 'StartTime is not ISO 8601.'] satisfies Refused }
  return { start, end }
}

function checkRange(
  start: Date,
  end: Date,
  {
    granularity,
    group,
    single,
    now,
  }: {
    granularity: UsageParameters['granularity']
    group: Group | undefined
    single: boolean
    now: Date
  },
): Refused | undefined {
  if (start >= end) return ['invalidParameter', 'StartTime must be before EndTime.']
  const isOn = (unit: number) => start.getTime() % unit === 0 && end.getTime() % unit === 0
  if (granularity === 'day' && !isOn(24 * HOUR)) return ['notMidnight']
  if (granularity === 'hour' && !isOn(HOUR)) return ['notOnTheHour']
  if (granularity === 'all' && !single && !isOn(HOUR)) return ['notOnTheHour']
  const days = (end.getTime() - start.getTime()) / (24 * HOUR)
  if (group === 'sim' && days > 31) return ['tooLongBySim']
  if (granularity === 'hour' && days > 31) return ['tooLong']
  if (granularity === 'day' && start < monthsBefore(end, 3)) return ['tooLong']
  if (granularity === 'all' && start < monthsBefore(end, 18)) return ['tooLong']
  const today = new Date(Math.floor(now.getTime() / (24 * HOUR)) * 24 * HOUR)
  return start < monthsBefore(today, 18) ? ['beyondRetention'] : undefined
}

function parseMoment(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text)) return undefined
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

/** A month is a calendar month: 3 months before 31 May is the last day of February. */
function monthsBefore(moment: Date, months: number): Date {
  const earlier = new Date(moment)
  earlier.setUTCMonth(earlier.getUTCMonth() - months)
  if (earlier.getUTCDate() !== moment.getUTCDate()) earlier.setUTCDate(0)
  return earlier
}

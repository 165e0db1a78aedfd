import { factsOf, type Product } from '../kore/products.ts'
import { retentionStart } from '../kore/retention.ts'
import { settledBoundary } from '../kore/settled.ts'
import { addByCurrency } from '../question/money.ts'
import { type Oddity, sumOddities } from '../question/oddity.ts'
import type { UsageRequest } from '../question/request-plan.ts'
import {
  addFlow,
  chargesOf,
  type Flow,
  NO_FLOW,
  type RoamingPart,
  type UsageRecord,
  unchargedBytesOf,
  unchargedCommandsOf,
  WHOLE,
} from '../question/usage-record.ts'
import { endOfUtcDay, monthsBefore } from '../time/calendar.ts'
import { earliest } from '../time/earliest.ts'
import { bucketsOf, calendarUnitsOf, floorToBucket } from '../time/granularity.ts'
import { type Interval, intersect, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import type { LimitedPart } from './data-limit.ts'
import type { SimAmounts } from './sim-sums.ts'

/** One SIM's usage day by day, as little as thousands of SIMs can be kept of. */
export interface SimDays {
  readonly days: readonly SimDay[]
  /** What was odd in the answer, one for each kind. */
  readonly oddities: readonly Oddity[]
}

/** The same as it was read. */
export interface ReadSimDays extends SimDays {
  /** When KORE gave it, by its clock; undefined where nothing of it can change any more. */
  readonly readAt: Date | undefined
}

/** When the oldest answer that may still change was read; undefined where none may. */
export function oldestReading(parts: readonly ReadSimDays[]): Date | undefined {
  return earliest(parts.flatMap(({ readAt }) => readAt ?? []))
}

/** A day with usage; those without are left out. */
export interface SimDay {
  /** The first moment of a UTC day, in milliseconds. */
  readonly start: number
  readonly data: Flow
  /** Sent and received. */
  readonly commands: number
  readonly cost: ReadonlyMap<string, number>
  readonly unchargedBytes: number
  readonly unchargedCommands: number
  /** Bytes of each roaming part; empty where none are told apart. */
  readonly parts: ReadonlyMap<string, number>
  /** The roaming parts in which Commands were sent or received; empty where none are told apart. */
  readonly commandParts: readonly string[]
  /**
   * Where it was, be it with data or with Commands: ISO 3166 alpha-2. Programmable Wireless tells countries
   * of international roaming only.
   */
  readonly countries: readonly string[]
}

/** A SIM, as far as its usage is asked for. */
export interface AskedSim {
  readonly account: string
  readonly product: Product
  readonly sid: string
}

/** Both APIs tell at most three months day by day (KORE, Super SIM, "Granularity"). */
const MOST_MONTHS = 3

/**
 * The requests for one SIM's days, and where it was: as few as can be, as there may be thousands of SIMs.
 *
 * - Up to three months are one request, wherever the calendar's quarters and what is settled end. An end
 *   that may still change is so asked for again together with the settled days before it, which costs no
 *   more requests than asking for it alone.
 * - What is longer is cut on quarters of the calendar, so that the old ones are kept for good; the newest
 *   is one request with what there is of the quarter before it, where that is not more than three months.
 *
 * @param interval on midnights UTC
 */
export function planSimDays(sim: AskedSim, interval: Interval, now: Date): UsageRequest[] {
  const { account, product, sid } = sim
  const asked = intersect(interval, { start: retentionStart(now), end: endOfUtcDay(now) })
  if (!asked) return []
  const settledUntil = settledBoundary(product, now)
  return daysAtOnce(asked).map((chunk) => ({
    account,
    product,
    filter: { sim: sid },
    ...(factsOf(product).groups.includes('country') ? { group: 'country' } : {}),
    interval: chunk,
    granularity: 'day',
    settled: chunk.end <= settledUntil,
  }))
}

/** How many requests it takes to ask for the days of some SIMs. */
export function countSimRequests(sims: readonly AskedSim[], interval: Interval, now: Date): number {
  const [first] = sims
  return first ? sims.length * planSimDays(first, interval, now).length : 0
}

/** What can be asked for day by day at once, in order. */
function daysAtOnce({ start, end }: Interval): Interval[] {
  if (monthsBefore(end, MOST_MONTHS) <= start) return [{ start, end }]
  const [first, ...others] = calendarUnitsOf({ start, end }, 'quarter')
  if (!first) return []
  return [{ start, end: first.end }, ...daysAtOnce({ start: others[0]?.start ?? end, end })]
}

/** @param records by day; of Super SIM by country, too */
export function buildSimDays(
  { group }: Pick<UsageRequest, 'group'>,
  records: readonly UsageRecord[],
): SimDays {
  const days = new Map<number, SimDay>()
  for (const record of records) {
    const { period, data, country, part } = record
    const start = floorToBucket(period.start, 'day').getTime()
    const known = days.get(start)
    const told = group === 'country' ? part : country
    // A record of nothing says nothing of where it was.
    const place = data.total !== 0 || record.commands.total !== 0 ? told : undefined
    const sentIn = !group && record.commands.total !== 0 ? [part] : []
    const { data: ofData, commands: ofCommands } = chargesOf(record)
    days.set(start, {
      start,
      data: addFlow(known?.data ?? NO_FLOW, data),
      commands: (known?.commands ?? 0) + record.commands.total,
      cost: addByCurrency(known?.cost ?? new Map(), [...ofData, ...ofCommands]),
      unchargedBytes: (known?.unchargedBytes ?? 0) + unchargedBytesOf(record),
      unchargedCommands: (known?.unchargedCommands ?? 0) + unchargedCommandsOf(record),
      parts: group ? NO_PARTS : addByPart(known?.parts ?? NO_PARTS, part, data.total),
      commandParts: joined(known?.commandParts, sentIn),
      countries: joined(known?.countries, place ? [place] : []),
    })
  }
  return {
    days: [...days.values()].sort((a, b) => a.start - b.start),
    oddities: sumOddities(records.flatMap(({ oddities }) => oddities ?? [])),
  }
}

const NO_PLACES: readonly string[] = []

/** All of both, each once; thousands of days without any share one list. */
function joined(known: readonly string[] = NO_PLACES, more: readonly string[]): readonly string[] {
  return more.every((place) => known.includes(place)) ? known : [...new Set([...known, ...more])]
}

const NO_PARTS: ReadonlyMap<string, number> = new Map()

function addByPart(
  parts: ReadonlyMap<string, number>,
  part: string,
  bytes: number,
): ReadonlyMap<string, number> {
  return new Map(parts).set(part, (parts.get(part) ?? 0) + bytes)
}

/** Bytes that a limit counts within an interval, from midnight to midnight. */
export function limitedBytesOfDays(
  days: readonly SimDays[],
  interval: Interval,
  limited: LimitedPart,
): number {
  return daysWithin(days, interval).reduce((sum, day) => sum + limitedBytesOf(day, limited), 0)
}

/** Bytes that a limit counts, by the start of each day that has any. */
export function limitedBytesByDay(
  parts: readonly SimDays[],
  limited: LimitedPart,
): ReadonlyMap<number, number> {
  return new Map(
    parts.flatMap(({ days }) =>
      days.map((day) => [day.start, limitedBytesOf(day, limited)] as const),
    ),
  )
}

function limitedBytesOf({ data, parts }: SimDay, limited: LimitedPart): number {
  return limited === WHOLE ? data.total : (parts.get(limited) ?? 0)
}

/** What a SIM used within an interval, from midnight to midnight. */
export function amountsOfDays(parts: readonly SimDays[], { start, end }: Interval): SimAmounts {
  let [data, commands, unchargedBytes, unchargedCommands] = [NO_FLOW, 0, 0, 0]
  let cost: ReadonlyMap<string, number> = new Map()
  for (const day of daysWithin(parts, { start, end })) {
    data = addFlow(data, day.data)
    commands += day.commands
    unchargedBytes += day.unchargedBytes
    unchargedCommands += day.unchargedCommands
    cost = addByCurrency(cost, day.cost)
  }
  return { data, commands, cost, unchargedBytes, unchargedCommands }
}

/** Bytes of every day of an interval, gaps filled with zero. */
export function bytesByDay(parts: readonly SimDays[], interval: Interval): number[] {
  const bytes = new Map(daysWithin(parts, interval).map(({ start, data }) => [start, data.total]))
  return bucketsOf(interval, 'day').map(({ start }) => bytes.get(start.getTime()) ?? 0)
}

/** The last day of an interval that had any data or Commands; undefined where none had. */
export function lastUsedDay(parts: readonly SimDays[], interval: Interval): Interval | undefined {
  const last = daysWithin(parts, interval)
    .filter(({ data, commands }) => data.total > 0 || commands > 0)
    .reduce<number | undefined>((latest, { start }) => Math.max(latest ?? start, start), undefined)
  if (last === undefined) return undefined
  return { start: new Date(last), end: new Date(last + MILLISECONDS_PER_DAY) }
}

/** Whether a SIM roamed internationally in an interval, be it with data or with Commands. */
export function isAbroadInDays(parts: readonly SimDays[], interval: Interval): boolean {
  return daysWithin(parts, interval).some(
    (day) => (day.parts.get(ABROAD) ?? 0) > 0 || day.commandParts.includes(ABROAD),
  )
}

const ABROAD: RoamingPart = 'internationalRoaming'

/** The countries that a SIM was in, sorted. */
export function countriesOfDays(parts: readonly SimDays[], interval: Interval): string[] {
  return [...new Set(daysWithin(parts, interval).flatMap(({ countries }) => countries))].sort()
}

function daysWithin(parts: readonly SimDays[], { start, end }: Interval): SimDay[] {
  return parts.flatMap(({ days }) =>
    days.filter((day) => day.start >= start.getTime() && day.start < end.getTime()),
  )
}

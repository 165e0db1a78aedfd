import type { Interval } from '../time/interval.ts'
import type { Oddity } from './oddity.ts'

/**
 * An amount that flows two ways: bytes of data, or a count of Commands. For Commands `download` is
 * what the API calls `to_sim`, and `upload` is `from_sim`.
 */
export interface Flow {
  readonly total: number
  readonly download: number
  readonly upload: number
}

export type Direction = keyof Flow

export const DIRECTIONS: readonly Direction[] = ['total', 'download', 'upload']

export const NO_FLOW: Flow = { total: 0, download: 0, upload: 0 }

/**
 * Where usage happened, as Programmable Wireless tells it. `unattributed` holds what the API counts
 * in the whole but in none of its parts, so that the parts always add up to the total.
 */
export type RoamingPart = 'home' | 'nationalRoaming' | 'internationalRoaming' | 'unattributed'

/** What usage costs. The amount is 0 and the currency undefined where the charge is not known (yet). */
export interface Cost {
  readonly amount: number
  /** ISO 4217, as the API names it. */
  readonly currency: string | undefined
}

/** The country of usage abroad whose record names none that exists. */
export const UNKNOWN_COUNTRY = 'unknown'

/** The part of what the API counts in the whole, and in no part or member of it. */
export const UNATTRIBUTED = 'unattributed'

/** The part of a usage that is not told apart any further. */
export const WHOLE = 'whole'

/** The part that all members of a group share which are too small for one of their own. */
export const OTHERS = 'others'

/**
 * Usage of one part in one period: the one shape that both APIs are read into. Several records
 * share a period, one for each part; a record with no usage may be left out.
 */
export interface UsageRecord {
  readonly period: Interval
  /** A `RoamingPart`, the key of a group's member, or `WHOLE`. */
  readonly part: string
  /** ISO 3166 alpha-2, or `UNKNOWN_COUNTRY`; undefined where it is not told by country. */
  readonly country?: string
  /** Bytes. */
  readonly data: Flow
  /** Commands sent and received. */
  readonly commands: Flow
  /** What the data cost; undefined where the record tells no charge. */
  readonly cost?: Cost
  /** What the Commands cost, which are charged apart; undefined where the record tells no charge. */
  readonly commandsCost?: Cost
  /** What was odd about it; undefined where nothing was. */
  readonly oddities?: readonly Oddity[]
}

export function addFlow(a: Flow, b: Flow): Flow {
  return {
    total: a.total + b.total,
    download: a.download + b.download,
    upload: a.upload + b.upload,
  }
}

/** A record that takes away what another has added; what was odd is told of that other. */
export function negateRecord(record: UsageRecord): UsageRecord {
  const { data, commands, cost, commandsCost, oddities: _, ...rest } = record
  return {
    ...rest,
    data: negateFlow(data),
    commands: negateFlow(commands),
    ...(cost ? { cost: negateCost(cost) } : {}),
    ...(commandsCost ? { commandsCost: negateCost(commandsCost) } : {}),
  }
}

function negateCost({ amount, currency }: Cost): Cost {
  return { amount: 0 - amount, currency }
}

/** The charges of a record that are known: of its data, and of its Commands. */
export function chargesOf({ cost, commandsCost }: UsageRecord): {
  readonly data: readonly (readonly [string, number])[]
  readonly commands: readonly (readonly [string, number])[]
} {
  return { data: knownCharge(cost), commands: knownCharge(commandsCost) }
}

function knownCharge(cost: Cost | undefined): readonly (readonly [string, number])[] {
  return cost?.currency === undefined ? [] : [[cost.currency, cost.amount]]
}

/** Bytes whose charge the record does not tell, be it not yet or not at all. */
export function unchargedBytesOf({ data, cost }: UsageRecord): number {
  return cost?.currency === undefined ? data.total : 0
}

/** Commands whose charge the record does not tell. */
export function unchargedCommandsOf({ commands, commandsCost }: UsageRecord): number {
  return commandsCost?.currency === undefined ? commands.total : 0
}

function negateFlow({ total, download, upload }: Flow): Flow {
  return { total: 0 - total, download: 0 - download, upload: 0 - upload }
}

export function isNoFlow({ total, download, upload }: Flow): boolean {
  return total === 0 && download === 0 && upload === 0
}

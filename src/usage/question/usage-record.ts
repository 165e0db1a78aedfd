import type { Interval } from '../time/interval.ts'

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

/** What usage costs. The amount is 0 and the currency undefined while the charge is not known. */
export interface Cost {
  readonly amount: number
  /** ISO 4217, as the API names it. */
  readonly currency: string | undefined
}

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
  /** ISO 3166 alpha-2 where the API names the country, `#1`, `#2`, … where it does not. */
  readonly country?: string
  /** Bytes. */
  readonly data: Flow
  /** Commands sent and received. */
  readonly commands: Flow
  /** Undefined where the API tells no cost. */
  readonly cost?: Cost
}

export function addFlow(a: Flow, b: Flow): Flow {
  return {
    total: a.total + b.total,
    download: a.download + b.download,
    upload: a.upload + b.upload,
  }
}

/** A record that takes away what another has added. */
export function negateRecord(record: UsageRecord): UsageRecord {
  const { data, commands, cost } = record
  return {
    ...record,
    data: negateFlow(data),
    commands: negateFlow(commands),
    ...(cost ? { cost: { ...cost, amount: -cost.amount } } : {}),
  }
}

function negateFlow({ total, download, upload }: Flow): Flow {
  return { total: -total, download: -download, upload: -upload }
}

export function isNoFlow({ total, download, upload }: Flow): boolean {
  return total === 0 && download === 0 && upload === 0
}

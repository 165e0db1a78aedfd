import type { RatePlan } from '../world.ts'
import type { Place } from './slices.ts'

/** What usage costs in one place, in millionths of the account's currency. */
export interface Rates {
  readonly perMegabyte: number
  readonly perCommand: number
}

const MEGABYTE = 1_000_000
const COMMAND = 10_000

/** A megabyte on the home network, by how the plan is metered: the more is bought at once, the less. */
const HOME_MEGABYTE: Record<RatePlan['dataMetering'], number> = {
  payg: 100_000,
  'quota-10': 30_000,
  'quota-50': 20_000,
  'quota-1': 10_000,
}

/** How much dearer a place is than home; `EUROPE` for the countries that are not named. */
const EUROPE = 2
const DEARER: Readonly<Record<Place, number>> = {
  home: 1,
  national: 1.25,
  CA: 1.5,
  MX: 2.5,
  CH: 4,
  HR: 3,
}

/** What a SIM of a plan pays in a place. */
export function ratesOf({ dataMetering }: RatePlan, place: Place): Rates {
  const dearer = DEARER[place] ?? EUROPE
  return {
    perMegabyte: Math.round(HOME_MEGABYTE[dataMetering] * dearer),
    perCommand: Math.round(COMMAND * dearer),
  }
}

/**
 * The charge of the first bytes of a day, in whole millionths. What an hour is charged is the difference
 * of what came before and after it, so that the hours add up to the day to the millionth.
 */
export function dataCharge(bytes: number, { perMegabyte }: Rates): number {
  return Math.floor((bytes / MEGABYTE) * perMegabyte)
}

/** The charge of Commands, in whole millionths. */
export function commandCharge(commands: number, { perCommand }: Rates): number {
  return commands * perCommand
}

/** Millionths as the wire has money. */
export function wireMoney(millionths: number): number {
  return millionths / 1_000_000
}

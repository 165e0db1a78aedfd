import { MILLISECONDS_PER_DAY } from '../time/interval.ts'
import type { SimDay, SimDays } from './sim-days.ts'

/** Where a SIM was on the last day that says so. */
export interface LastPlace {
  /** UTC. */
  readonly day: { readonly start: Date; readonly end: Date }
  /** ISO 3166 alpha-2; Programmable Wireless tells countries of international roaming only. */
  readonly countries: readonly string[]
  /** Roaming parts with usage beside the countries, of which most was used first. */
  readonly parts: readonly string[]
}

/** @returns undefined where no day says where it was */
export function lastPlace(parts: readonly SimDays[]): LastPlace | undefined {
  const last = parts
    .flatMap(({ days }) => days)
    .filter((day) => partsOf(day).length + day.countries.length > 0)
    .reduce<SimDay | undefined>(
      (latest, day) => (latest && latest.start > day.start ? latest : day),
      undefined,
    )
  if (!last) return undefined
  return {
    day: { start: new Date(last.start), end: new Date(last.start + MILLISECONDS_PER_DAY) },
    countries: last.countries,
    parts: partsOf(last),
  }
}

/**
 * Parts with data or Commands; that of international roaming is told by its countries, where these are
 * known.
 */
function partsOf({ parts, commandParts, countries }: SimDay): string[] {
  const withData = [...parts]
    .filter(([, bytes]) => bytes > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([part]) => part)
  return [...new Set([...withData, ...commandParts])].filter(
    (part) => part !== 'internationalRoaming' || countries.length === 0,
  )
}

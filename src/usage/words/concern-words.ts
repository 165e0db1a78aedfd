import type { SimConcern } from '../sims/sim-concern.ts'
import type { ConcernCount } from '../sims/sim-concerns.ts'
import { formatCount } from './bytes.ts'
import { formatCountry } from './country.ts'

/** What a list of SIMs can be narrowed to. */
export const CONCERN_NAMES: Record<SimConcern, string> = {
  over: 'Over a limit',
  near: '80% of a limit',
  silent: 'Silent',
  abroad: 'Abroad',
  new: 'New',
}

/** How many there are, after a name: ` (3)`, ` (3 or more)` where not all are known. */
export function formatConcernCount(concern: ConcernCount | undefined): string {
  if (!concern) return ''
  const { count, unknown } = concern
  return unknown > 0 ? ` (${formatCount(count)} or more)` : ` (${formatCount(count)})`
}

/** Where a SIM was, in as much as a cell holds: `Germany`, `Germany and 2 more`. */
export function describeCountries(countries: readonly string[]): string {
  const [first, ...others] = countries
  if (first === undefined) return '–'
  return others.length === 0
    ? formatCountry(first)
    : `${formatCountry(first)} and ${others.length} more`
}

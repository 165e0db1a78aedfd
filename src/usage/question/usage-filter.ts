/** How many combinations of values are asked for at once: each is all requests of its range. */
export const MOST_QUESTIONS = 20

/**
 * Which usage is asked for; all of the account without any. Fleet, network and country are Super SIM's.
 * Each is one value, or several with commas between them, of which any may hold.
 */
export interface UsageFilter {
  /** SID; for Super SIM the unique name, too. */
  readonly sim?: string
  /** SID or unique name. */
  readonly fleet?: string
  /** SID. */
  readonly network?: string
  /** ISO 3166 alpha-2. */
  readonly country?: string
}

/** What usage can be filtered for. */
export type FilterKey = keyof UsageFilter

const FILTERS = ['sim', 'fleet', 'network', 'country'] as const satisfies readonly FilterKey[]

/**
 * The filters of one value each that a filter of several comes to: every value of one with every value
 * of the others. No usage is in two of them, so that they can be added up.
 */
export function singleFilters(filter: UsageFilter): readonly UsageFilter[] {
  return FILTERS.reduce<readonly UsageFilter[]>(
    (singles, name) => {
      const values = [...new Set(filter[name]?.split(',') ?? [])]
      if (values.length === 0) return singles
      return singles.flatMap((single) => values.map((value) => ({ ...single, [name]: value })))
    },
    [{}],
  )
}

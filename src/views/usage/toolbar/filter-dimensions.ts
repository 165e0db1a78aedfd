import { useNetworks, usePlanList, useSim, useSimList } from '#queries/sims/sims.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { FilterKey } from '#usage/question/usage-filter.ts'
import { compareNames } from '#usage/words/compare-names.ts'
import { formatCountry } from '#usage/words/country.ts'
import { GROUP_NAMES } from '#usage/words/part-names.ts'

/** What usage can be filtered for, and every value of it that is known. */
export interface FilterDimension {
  readonly key: FilterKey
  readonly name: string
  /** What the address has of it now. */
  readonly chosen: readonly string[]
  readonly values: readonly { readonly value: string; readonly name: string }[]
  readonly loading: boolean
}

/** The values that a word of the address has, which are separated by commas. */
function valuesOf(word: string): readonly string[] {
  return word === '' ? [] : word.split(',')
}

/**
 * Every value of every dimension.
 *
 * @param sim the one SIM that the view is about
 * @param opened whether somebody chooses: the list of SIMs, which may be long, is loaded then
 */
export function useFilterDimensions(
  search: UsageSearch,
  accounts: readonly string[],
  sim: string | undefined,
  opened: boolean,
): readonly FilterDimension[] {
  const [first = ''] = accounts
  // A fleet and a SIM are of one account; the networks are the same for all.
  const single = accounts.length === 1
  const networks = useNetworks(first)
  const fleets = usePlanList(first, 'super-sim')
  const [oneSim = ''] = valuesOf(search.sim)
  const chosenSim = useSim(first, 'super-sim', single ? oneSim : '')
  const sims = useSimList(first, 'super-sim', opened && single && !sim)
  const known = networks.data ?? []
  const countries = [...new Set(known.map(({ country }) => country))]
  const listedSims = sims.data?.pages.flat() ?? (chosenSim.data ? [chosenSim.data] : [])
  const byName = (values: FilterDimension['values']) =>
    values.toSorted((a, b) => compareNames(a.name, b.name))
  const dimension = (
    key: FilterKey,
    values: FilterDimension['values'],
    loading = false,
  ): FilterDimension => ({
    key,
    name: GROUP_NAMES[key],
    chosen: sidsOf(values, valuesOf(search[key])),
    values,
    loading,
  })
  return [
    dimension(
      'country',
      byName(countries.map((country) => ({ value: country, name: formatCountry(country) }))),
    ),
    ...(single
      ? [
          dimension(
            'fleet',
            byName((fleets.data ?? []).map(({ sid, name }) => ({ value: sid, name }))),
          ),
        ]
      : []),
    dimension(
      'network',
      byName(
        known.map(({ sid, name, country }) => ({
          value: sid,
          name: `${name}, ${formatCountry(country)}`,
        })),
      ),
    ),
    ...(single && !sim
      ? [
          dimension(
            'sim',
            listedSims.map(({ sid, name }) => ({ value: sid, name })),
            sims.isFetching,
          ),
        ]
      : []),
  ]
}

/** An address may name a fleet or a SIM by its unique name. */
function sidsOf(values: FilterDimension['values'], words: readonly string[]): readonly string[] {
  return words.map((word) => values.find(({ name }) => name === word)?.value ?? word)
}

/** The name of a value; itself where it is not known, or not yet. */
export function nameOfValue({ values }: FilterDimension, value: string): string {
  return values.find((one) => one.value === value)?.name ?? value
}

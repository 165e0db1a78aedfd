import type { Account } from '#queries/gateway/about.ts'
import { useGatheredDays } from '#queries/sims/use-gathered-days.ts'
import { type KnownOfListedSims, useKnownOfSims } from '#queries/sims/use-known-of-sims.ts'
import { type Sorting, useListedSims } from '#queries/sims/use-listed-sims.ts'
import { useSimConcerns } from '#queries/sims/use-sim-concerns.ts'
import {
  type FigureSums,
  type ListedIntervals,
  useFigureSums,
  useListedIntervals,
  useSimFigures,
} from '#queries/sims/use-sim-figures.ts'
import { useSimSums } from '#queries/sims/use-sim-sums.ts'
import { type AccountSims, type Sim, usePlans } from '#queries/sims/use-sims.ts'
import type { SimsSearch } from '#url/sims-search.ts'
import { billingMonthsOf } from '#usage/kore/billing-days.ts'
import { isSummedBySim, type Product } from '#usage/kore/products.ts'
import { MOST_UNASKED_IN_LIST } from '#usage/sims/gathering.ts'
import { MOST_GATHERED } from '#usage/sims/most-gathered.ts'
import { isSortedByFigures, simOrderOf, simSortOf } from '#usage/sims/sim-columns.ts'
import { hasConcern } from '#usage/sims/sim-concerns.ts'
import { countSimRequests } from '#usage/sims/sim-days.ts'
import type { Interval } from '#usage/time/interval.ts'
import { idsOf } from '../common/use-chosen-accounts.ts'

const NO_DAYS = new Map()

/** The SIMs that an address wants, with all that is known of them. */
export function useFoundSims({
  list,
  products,
  accounts,
  search,
  now,
}: {
  list: AccountSims
  products: readonly Product[]
  accounts: readonly Account[]
  search: SimsSearch
  now: Date
}) {
  const ids = idsOf(accounts)
  const plans = usePlans(ids, products)
  const billingMonths = billingMonthsOf(accounts, products)
  const intervals = useListedIntervals(search.range, accounts, now, billingMonths)
  const sums = useFigureSums(ids, products, intervals, now)
  const gathered = useGatheredSims(list, search, sums, intervals, now)
  const { days } = gathered.gathering
  const figures = useSimFigures(sums, days, intervals)
  const inCountry = useSimSums(
    ids,
    search.country && products.some(isSummedBySim) ? intervals.range : undefined,
    now,
    { country: search.country },
  )
  const known = useKnownOfSims(figures, plans, days, intervals, search.country, inCountry)
  const madeFrom = [plans, sums.range, sums.month, days, inCountry]
  // Of what all other choices let through: so that each count is that of the list that it leads to.
  const { filtered } = gathered
  const concerns = useSimConcerns(
    list.sources,
    filtered,
    known,
    madeFrom,
    intervals.range,
    search.country,
  )
  const byFigures = isSortedByFigures(search) || search.only !== 'all' || search.country !== ''
  const listed = useListedSims(list, listingOf(search), {
    valueOf: (sim) => simSortOf(search.sort).value(sim, known),
    isWanted: (sim) => isWanted(sim, search, known, intervals.range),
    asked: [search.sort, search.only, search.country, ...(byFigures ? [intervals] : [])],
    madeFrom: byFigures ? madeFrom : [plans],
  })
  return { plans, intervals, sums, figures, concerns, listed, gathered }
}

/** Gathers the usage of the SIMs that have to be asked for one by one. */
function useGatheredSims(
  list: AccountSims,
  search: SimsSearch,
  sums: FigureSums,
  intervals: ListedIntervals,
  now: Date,
) {
  const summed = useSimFigures(sums, NO_DAYS, intervals)
  const isAlone = (sim: Sim) => !summed.comesWithAll(sim)
  // In one order, whatever the list is sorted by: another is no other question.
  const listing = { ...listingOf(search), descending: false }
  const filtered = useListedSims(list, listing, BY_NAME)
  const alone = filtered.data?.sims.filter(isAlone) ?? []
  // Of a small fleet all are gathered, whatever is searched for: so nothing is forgotten letter by letter.
  const whole = useListedSims(list, { ...listing, find: '' }, BY_NAME)
  const all = whole.data?.sims.filter(isAlone) ?? []
  const isSmall = countSimRequests(all, intervals.days, now) <= MOST_UNASKED_IN_LIST
  const sims = isSmall ? all : alone
  const choice = isSmall ? { ...listing, find: '' } : listing
  const work = countSimRequests(sims, intervals.days, now)
  const begins =
    search.gather === 'on' || (search.gather === 'auto' && work <= MOST_UNASKED_IN_LIST)
  const isGatherable = sims.length > 0 && sims.length <= MOST_GATHERED
  const gathering = useGatheredDays(
    { sims, sources: list.sources, choice: { listing: choice, refused: sums.refused } },
    intervals.days,
    now,
    // Until the new choice has been found, these are the SIMs of the one before.
    begins && isGatherable && list.complete && !(isSmall ? whole : filtered).isPlaceholderData,
  )
  return { gathering, filtered: filtered.data?.sims, alone, work, begins, isGatherable }
}

const BY_NAME: Sorting = { valueOf: ({ name }) => name, asked: ['name'], madeFrom: [] }

function listingOf(search: SimsSearch) {
  const { find, product, status, plan } = search
  return { find, product, status, plan, descending: simOrderOf(search) === 'descending' }
}

function isWanted(
  sim: Sim,
  { only, country }: SimsSearch,
  known: KnownOfListedSims,
  range: Interval,
): boolean {
  if (only !== 'all' && !hasConcern(sim, only, known, range)) return false
  return country === '' || known.wasThere(sim) === true
}

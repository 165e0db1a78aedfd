import { VisuallyHidden } from '@mantine/core'
import { MessageCard } from '#components/notices/message-card.tsx'
import { Panel } from '#components/page/panel.tsx'
import type { Account } from '#queries/gateway/about.ts'
import { useGatheredDays } from '#queries/sims/use-gathered-days.ts'
import { type KnownOfListedSims, useKnownOfSims } from '#queries/sims/use-known-of-sims.ts'
import { type Sorting, useListedSims } from '#queries/sims/use-listed-sims.ts'
import { useSimConcerns } from '#queries/sims/use-sim-concerns.ts'
import { useFigureSums, useListedIntervals, useSimFigures } from '#queries/sims/use-sim-figures.ts'
import { useSimSums } from '#queries/sims/use-sim-sums.ts'
import { type AccountSims, type Sim, usePlans } from '#queries/sims/use-sims.ts'
import { useUsedCountries } from '#queries/usage/use-used-countries.ts'
import type { SimsSearch } from '#url/sims-search.ts'
import type { Search } from '#url/use-search.ts'
import type { Product } from '#usage/kore/products.ts'
import { factsOf, isSummedBySim } from '#usage/kore/products.ts'
import { sumOddities } from '#usage/question/oddity.ts'
import { MOST_UNASKED_IN_LIST } from '#usage/sims/gathering.ts'
import { MOST_GATHERED } from '#usage/sims/most-gathered.ts'
import { isSortedByFigures, simOrderOf, simSortOf } from '#usage/sims/sim-columns.ts'
import { hasConcern } from '#usage/sims/sim-concerns.ts'
import { countSimRequests } from '#usage/sims/sim-days.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { describeMeteringDays } from '#usage/words/limit-words.ts'
import { GatheringNotice } from '../common/gathering-notice.tsx'
import { OddityNotice } from '../common/oddity-notice.tsx'
import { PlanFailures } from '../common/plan-failures.tsx'
import { idsOf } from '../common/use-chosen-accounts.ts'
import { ExportSims } from './export-sims.tsx'
import { FiguresNotice } from './figures-notice.tsx'
import { SimFilters } from './sim-filters.tsx'
import { SimListLateness } from './sim-list-lateness.tsx'
import { SimTable } from './sim-table.tsx'

const NO_DAYS = new Map()

/** The SIMs that are wanted, with what each used. */
export function FoundSims({
  list,
  products,
  accounts,
  state,
  now,
}: {
  list: AccountSims
  products: readonly Product[]
  accounts: readonly Account[]
  state: Search<SimsSearch>
  now: Date
}) {
  const { search, change } = state
  const ids = idsOf(accounts)
  const plans = usePlans(ids, products)
  const intervals = useListedIntervals(search.range, accounts, now)
  const sums = useFigureSums(ids, products, intervals, now)
  const summed = useSimFigures(sums, NO_DAYS, intervals)
  const filtered = useListedSims(list, listingOf(search), BY_NAME)
  const alone = filtered.data?.sims.filter((sim) => !summed.comesWithAll(sim)) ?? []
  const work = countSimRequests(alone, intervals.days, now)
  const begins =
    search.gather === 'on' || (search.gather === 'auto' && work <= MOST_UNASKED_IN_LIST)
  const gathers = begins && alone.length <= MOST_GATHERED
  const gathering = useGatheredDays(
    {
      sims: alone,
      sources: list.sources,
      choice: { listing: listingOf(search), refused: sums.refused },
    },
    intervals.days,
    now,
    // Until the new choice has been found, these are the SIMs of the one before.
    gathers && list.complete && !filtered.isPlaceholderData,
  )
  const figures = useSimFigures(sums, gathering.days, intervals)
  const inCountry = useSimSums(
    ids,
    search.country && products.some(isSummedBySim) ? intervals.range : undefined,
    now,
    { country: search.country },
  )
  const known = useKnownOfSims(figures, plans, gathering.days, intervals, search.country, inCountry)
  const madeFrom = [plans, sums.range, sums.month, gathering.days, inCountry]
  const concerns = useSimConcerns(list, known, madeFrom, intervals.range)
  const byFigures = isSortedByFigures(search) || search.only !== 'all' || search.country !== ''
  const listed = useListedSims(list, listingOf(search), {
    valueOf: (sim) => simSortOf(search.sort).value(sim, known),
    isWanted: (sim) => isWanted(sim, search, known, intervals.range),
    asked: [search.sort, search.only, search.country, ...(byFigures ? [intervals] : [])],
    madeFrom: byFigures ? madeFrom : [plans],
  })
  const { sims, statuses, unknown } = listed.data ?? NOTHING
  const countries = useUsedCountries(ids, products, intervals.range, now)
  return (
    <>
      <SimListLateness
        range={search.range}
        now={now}
        products={listedProducts(list, products)}
        interval={intervals.range}
        failed={sums.range.error !== undefined && !sums.refused}
        asOf={sums.range.asOf ?? now}
      />
      <PlanFailures accounts={ids} products={products} />
      <OddityNotice oddities={sumOddities([...sums.range.oddities, ...gathering.oddities])} />
      <SimFilters
        {...{ statuses, plans, state, concerns }}
        countries={countries}
        tellsAbroad={products.some((product) => factsOf(product).tellsRoaming)}
      />
      <FiguresNotice
        {...{ sums, search, unknown }}
        alone={alone.length}
        gathered={gathering.days.size}
        work={work}
        onGather={
          search.gather === 'auto' && !begins
            ? () => change({ gather: 'on' }, 'replace')
            : undefined
        }
      />
      {(begins || search.gather === 'paused') &&
        alone.length > 0 &&
        alone.length <= MOST_GATHERED && (
          <GatheringNotice
            gathering={gathering}
            gather={search.gather}
            onChange={(gather) => change({ gather }, 'replace')}
          />
        )}
      {listed.data && sims.length === 0 ? (
        <NothingFound state={state} />
      ) : (
        <Panel
          title={`${formatCount(sims.length)} ${sims.length === 1 ? 'SIM' : 'SIMs'}`}
          busy={listed.isPlaceholderData}
          aside={
            <ExportSims {...{ sims, plans, figures, intervals }} asOf={sums.range.asOf ?? now} />
          }
        >
          <VisuallyHidden role="status">{`${sims.length} found`}</VisuallyHidden>
          <SimTable {...{ sims, accounts, plans, figures, intervals, now, state }} />
          {products.some((product) => factsOf(product).tellsRoaming) && (
            <small>{describeMeteringDays(accounts.map(({ meteringDay }) => meteringDay))}</small>
          )}
        </Panel>
      )}
    </>
  )
}

const NOTHING = { sims: [], statuses: [], unknown: 0 }

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

/** The products that there are SIMs of: what is late of another does not matter here. */
function listedProducts(
  { pages = [], complete }: AccountSims,
  products: readonly Product[],
): readonly Product[] {
  const listed = products.filter((product) => pages.some(([first]) => first?.product === product))
  return complete && listed.length > 0 ? listed : products
}

function NothingFound({ state: { search, change } }: { state: Search<SimsSearch> }) {
  const { status, plan, product, only, country } = search
  const filtered = [status, plan, country].some(Boolean) || product !== 'all' || only !== 'all'
  return (
    <MessageCard
      kind="empty"
      title={search.find ? `No SIM matches “${search.find}”` : 'No SIM is like this'}
      action={{
        label: filtered ? 'Clear search and filters' : 'Clear the search',
        onClick: () =>
          change({ find: '', status: '', plan: '', product: 'all', only: 'all', country: '' }),
      }}
    >
      Names, SIDs, ICCIDs and statuses were searched, in every SIM of the account
      {filtered ? ' that the filters let through' : ''}.
    </MessageCard>
  )
}

import { VisuallyHidden } from '@mantine/core'
import { MessageCard } from '#components/notices/message-card.tsx'
import { Panel } from '#components/page/panel.tsx'
import type { Account } from '#queries/gateway/about.ts'
import { useGatheredDays } from '#queries/sims/use-gathered-days.ts'
import { type Sorting, useListedSims } from '#queries/sims/use-listed-sims.ts'
import {
  type SimFigures,
  useFigureSums,
  useListedIntervals,
  useSimFigures,
} from '#queries/sims/use-sim-figures.ts'
import { type AccountSims, type Plans, type Sim, usePlans } from '#queries/sims/use-sims.ts'
import type { SimsSearch } from '#url/sims-search.ts'
import type { Search } from '#url/use-search.ts'
import type { Product } from '#usage/kore/products.ts'
import { factsOf } from '#usage/kore/products.ts'
import { sumOddities } from '#usage/question/oddity.ts'
import type { SortValue } from '#usage/sims/listed-sims.ts'
import { MOST_GATHERED } from '#usage/sims/most-gathered.ts'
import { isSortedByFigures, simSortOf } from '#usage/sims/sim-columns.ts'
import { countSimRequests } from '#usage/sims/sim-days.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { describeMeteringDays } from '#usage/words/limit-words.ts'
import { GatheringNotice } from '../common/gathering-notice.tsx'
import { OddityNotice } from '../common/oddity-notice.tsx'
import { PlanFailures } from '../common/plan-failures.tsx'
import { idsOf } from '../common/use-chosen-accounts.ts'
import { ExportSimsButton } from './export-sims-button.tsx'
import { FiguresNotice } from './figures-notice.tsx'
import { SimFilters } from './sim-filters.tsx'
import { SimListRange } from './sim-list-range.tsx'
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
  const known = useSimFigures(sums, NO_DAYS, intervals)
  // Where nothing is sorted by usage, nothing has to be gathered.
  const byFigures = isSortedByFigures(search)
  const filtered = useListedSims(list, listingOf(search), BY_NAME, byFigures)
  const alone = filtered.data?.sims.filter((sim) => !known.comesWithAll(sim)) ?? []
  const gathering = useGatheredDays(
    {
      sims: alone,
      sources: list.sources,
      choice: { listing: listingOf(search), refused: sums.refused },
    },
    intervals.days,
    now,
    // Until the new choice has been found, these are the SIMs of the one before.
    search.gather === 'on' && alone.length <= MOST_GATHERED && !filtered.isPlaceholderData,
  )
  const figures = useSimFigures(sums, gathering.days, intervals)
  const listed = useListedSims(list, listingOf(search), {
    valueOf: sortValueOf(search, plans, figures),
    asked: byFigures ? [search.sort, intervals] : [search.sort],
    madeFrom: byFigures ? [plans, sums.range, sums.month, gathering.days] : [plans],
  })
  const { sims, statuses, unknown } = listed.data ?? NOTHING
  return (
    <>
      <SimListRange
        {...{ state, now }}
        products={listedProducts(list, products)}
        interval={intervals.range}
        failed={sums.range.error !== undefined && !sums.refused}
        asOf={sums.range.asOf ?? now}
      />
      <PlanFailures accounts={ids} products={products} />
      <OddityNotice oddities={sumOddities([...sums.range.oddities, ...gathering.oddities])} />
      <SimFilters {...{ statuses, plans, state }} />
      <FiguresNotice
        {...{ sums, search, unknown }}
        alone={alone.length}
        gathered={gathering.days.size}
        work={countSimRequests(alone, intervals.days, now)}
        onGather={search.gather === 'auto' ? () => change({ gather: 'on' }, 'replace') : undefined}
      />
      {search.gather !== 'auto' && alone.length <= MOST_GATHERED && (
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
            <ExportSimsButton
              {...{ sims, plans, figures, intervals }}
              asOf={sums.range.asOf ?? now}
            />
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

function listingOf({ find, product, status, plan, order }: SimsSearch) {
  return { find, product, status, plan, descending: order === 'descending' }
}

/** @returns what each SIM is sorted by, as far as it is known */
function sortValueOf({ sort }: SimsSearch, plans: Plans, figures: SimFigures): SortValue<Sim> {
  const { value } = simSortOf(sort)
  const known = { ...figures, planOf: ({ planSid }: Sim) => plans.get(planSid) }
  return (sim) => value(sim, known)
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
  const filtered = search.status !== '' || search.plan !== '' || search.product !== 'all'
  return (
    <MessageCard
      kind="empty"
      title={search.find ? `No SIM matches “${search.find}”` : 'No SIM is like this'}
      action={{
        label: filtered ? 'Clear search and filters' : 'Clear the search',
        onClick: () => change({ find: '', status: '', plan: '', product: 'all' }),
      }}
    >
      Names, SIDs, ICCIDs and statuses were searched, in every SIM of the account
      {filtered ? ' that the filters let through' : ''}.
    </MessageCard>
  )
}

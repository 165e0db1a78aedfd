import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
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
import type { SortValue } from '#usage/sims/listed-sims.ts'
import { isSortedByFigures, simSortOf } from '#usage/sims/sim-columns.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { GatheringNotice } from '../common/gathering-notice.tsx'
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
  const { search } = state
  const ids = idsOf(accounts)
  const plans = usePlans(ids, products)
  const intervals = useListedIntervals(search.range, accounts, now)
  const sums = useFigureSums(ids, products, intervals, now)
  const [wanted, setWanted] = useState(false)
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
    wanted && !filtered.isPlaceholderData,
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
        {...{ state, now, products }}
        interval={intervals.range}
        failed={sums.range.error !== undefined && !sums.refused}
      />
      <SimFilters {...{ statuses, plans, state }} />
      <FiguresNotice
        {...{ sums, search, unknown }}
        alone={alone.length}
        gathered={gathering.days.size}
        onGather={wanted ? undefined : () => setWanted(true)}
      />
      {wanted && <GatheringNotice gathering={gathering} />}
      {listed.data && sims.length === 0 ? (
        <NothingFound state={state} />
      ) : (
        <Panel
          title={`${formatCount(sims.length)} ${sims.length === 1 ? 'SIM' : 'SIMs'}`}
          busy={listed.isPlaceholderData}
          aside={<ExportSimsButton {...{ sims, plans, figures, intervals, now }} />}
        >
          <VisuallyHidden role="status">{`${sims.length} found`}</VisuallyHidden>
          <SimTable {...{ sims, accounts, plans, figures, intervals, now, state }} />
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

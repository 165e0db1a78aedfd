import { VisuallyHidden } from '@mantine/core'
import { MessageCard } from '#components/notices/message-card.tsx'
import { Panel } from '#components/page/panel.tsx'
import type { Account } from '#queries/gateway/about.ts'
import type { AccountSims } from '#queries/sims/use-sims.ts'
import { useUsedCountries } from '#queries/usage/use-used-countries.ts'
import type { SimsSearch } from '#url/sims-search.ts'
import type { Search } from '#url/use-search.ts'
import { DEFAULT_PRODUCT, factsOf, type Product } from '#usage/kore/products.ts'
import { sumOddities } from '#usage/question/oddity.ts'
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
import { useFoundSims } from './use-found-sims.ts'

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
  const found = useFoundSims({ list, products, accounts, search, now })
  const { plans, intervals, sums, figures, concerns, listed, gathered } = found
  const { gathering, alone, work, begins, isGatherable } = gathered
  const { sims, statuses, unknown } = listed.data ?? NOTHING
  const countries = useUsedCountries(ids, products, intervals.range, now)
  return (
    <>
      <SimListLateness
        range={search.range}
        now={now}
        {...latenessOf(listedProducts(list, products))}
        interval={intervals.range}
        failed={sums.range.error !== undefined && !sums.refused}
        asOf={figures.asOf ?? now}
        chargeLacksFrom={figures.chargeLacksFrom}
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
        gathered={alone.filter(({ sid }) => gathering.days.has(sid)).length}
        work={work}
        onGather={
          search.gather === 'auto' && !begins
            ? () => change({ gather: 'on' }, 'replace')
            : undefined
        }
      />
      {(begins || search.gather === 'paused') && isGatherable && (
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
          busy={listed.isPlaceholderData && !gathering.running}
          aside={<ExportSims {...{ sims, plans, figures, intervals }} asOf={figures.asOf ?? now} />}
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

/** The products that there are SIMs of: what is late of another does not matter here. */
function listedProducts(
  { pages = [], complete }: AccountSims,
  products: readonly Product[],
): readonly Product[] {
  const listed = products.filter((product) => pages.some(([first]) => first?.product === product))
  return complete && listed.length > 0 ? listed : products
}

/** How late products are together: whose usage is complete last, and whether any is charged late. */
function latenessOf(products: readonly Product[]): { product: Product; charged: boolean } {
  const delayOf = (product: Product) => factsOf(product).usageDelay.completeAfter
  const [product = DEFAULT_PRODUCT] = products.toSorted((a, b) => delayOf(b) - delayOf(a))
  return {
    product,
    charged: products.some((one) => factsOf(one).chargeDelay !== undefined),
  }
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

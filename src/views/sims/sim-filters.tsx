import { ChoiceControl } from '#components/choice-control.tsx'
import { LabelledSelect } from '#components/labelled-select.tsx'
import { useSmallScreen } from '#components/use-small-screen.ts'
import type { Plans } from '#queries/sims/use-sims.ts'
import type { SimsSearch } from '#url/sims-search.ts'
import type { Search } from '#url/use-search.ts'
import { PRODUCT_KEYS, PRODUCTS } from '#usage/kore/products.ts'
import { SIM_CONCERNS, type SimConcern } from '#usage/sims/sim-concern.ts'
import type { ConcernCount } from '#usage/sims/sim-concerns.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { compareNames } from '#usage/words/compare-names.ts'
import { CONCERN_NAMES, formatConcernCount } from '#usage/words/concern-words.ts'
import { formatCountry } from '#usage/words/country.ts'
import { PlanSelect } from '../common/plan-select.tsx'
import classes from './sim-list.module.css'

/** What the lists of a SIM list's filters have to choose from, and what is chosen. */
interface Choices {
  readonly statuses: readonly { readonly status: string; readonly count: number }[]
  readonly plans: Plans
  /** Those that there was usage in. */
  readonly countries: readonly string[]
  readonly state: Search<SimsSearch>
}

/** Which SIMs of a list are shown: of a product, of a status, of a rate plan or a fleet. */
export function SimFilters({
  concerns,
  tellsAbroad,
  ...choices
}: Choices & {
  /** Undefined while they are not counted. */
  concerns: Readonly<Record<SimConcern, ConcernCount>> | undefined
  /** Whether KORE tells of any of the SIMs what is abroad. */
  tellsAbroad: boolean
}) {
  const { search, change } = choices.state
  const { product, status, plan, country } = search
  const isSmall = useSmallScreen()
  const chosen = [status, plan, country, product === 'all' ? '' : product].filter(Boolean).length
  const offered = SIM_CONCERNS.filter((one) => one !== 'abroad' || tellsAbroad)
  return (
    <div className={classes.filters}>
      <ChoiceControl
        label="Show"
        value={search.only}
        choices={[
          { value: 'all', label: 'All' },
          ...offered.map((one) => ({
            value: one,
            label: `${CONCERN_NAMES[one]}${formatConcernCount(concerns?.[one])}`,
          })),
        ]}
        onChange={(only) => change({ only })}
      />
      {isSmall ? (
        // They would push the list out of sight.
        <details className={classes.more} data-screen-only>
          <summary>{chosen > 0 ? `More filters · ${chosen}` : 'More filters'}</summary>
          <FilterLists {...choices} />
        </details>
      ) : (
        <FilterLists {...choices} />
      )}
    </div>
  )
}

function FilterLists({ statuses, plans, countries, state: { search, change } }: Choices) {
  const { product, status, plan, country } = search
  const listed = statuses.some((one) => one.status === status) || status === ''
  return (
    <div className={classes.lists} data-screen-only>
      <LabelledSelect
        label="Product"
        value={product}
        onChange={(value) =>
          // A plan is of one product.
          change({ product: PRODUCT_KEYS.find((one) => one === value) ?? 'all', plan: '' })
        }
        choices={[ALL, ...PRODUCT_KEYS.map((value) => ({ value, label: PRODUCTS[value].name }))]}
      />
      <LabelledSelect
        label="Status"
        value={status}
        onChange={(value) => change({ status: value })}
        choices={[
          NONE,
          // One that no SIM has still shows.
          ...(listed ? [] : [{ value: status, label: status }]),
          ...statuses.map((one) => ({
            value: one.status,
            label: `${one.status} (${formatCount(one.count)})`,
          })),
        ]}
      />
      <PlanSelect
        label={product === 'all' ? 'Rate plan or fleet' : PRODUCTS[product].planName}
        plans={plans}
        value={plan}
        onChange={(chosen) => change({ plan: chosen })}
      />
      <LabelledSelect
        label="Country"
        value={country}
        onChange={(chosen) => change({ country: chosen })}
        choices={[
          NONE,
          ...[...new Set([...countries, ...(country ? [country] : [])])]
            .map((value) => ({ value, label: formatCountry(value) }))
            .sort((a, b) => compareNames(a.label, b.label)),
        ]}
      />
    </div>
  )
}

const ALL = { value: 'all', label: 'All' }
const NONE = { value: '', label: 'All' }

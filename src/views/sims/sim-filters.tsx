import { ChoiceControl } from '#components/choice-control.tsx'
import { LabelledSelect } from '#components/labelled-select.tsx'
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

/** Which SIMs of a list are shown: of a product, of a status, of a rate plan or a fleet. */
export function SimFilters({
  statuses,
  plans,
  concerns,
  countries,
  tellsAbroad,
  state: { search, change },
}: {
  statuses: readonly { readonly status: string; readonly count: number }[]
  plans: Plans
  /** Undefined while they are not counted. */
  concerns: Readonly<Record<SimConcern, ConcernCount>> | undefined
  /** Those that there was usage in. */
  countries: readonly string[]
  /** Whether KORE tells of any of the SIMs what is abroad. */
  tellsAbroad: boolean
  state: Search<SimsSearch>
}) {
  const { product, status, plan } = search
  const listed = statuses.some((one) => one.status === status) || status === ''
  return (
    <div className={classes.filters}>
      <ConcernChoice
        {...{ concerns, tellsAbroad }}
        only={search.only}
        onChange={(only) => change({ only })}
      />
      <div className={classes.lists} data-screen-only>
        <LabelledSelect
          label="Product"
          value={product}
          onChange={(value) =>
            // A plan is of one product.
            change({ product: PRODUCT_KEYS.find((one) => one === value) ?? 'all', plan: '' })
          }
          choices={[
            { value: 'all', label: 'All' },
            ...PRODUCT_KEYS.map((value) => ({ value, label: PRODUCTS[value].name })),
          ]}
        />
        <LabelledSelect
          label="Status"
          value={status}
          onChange={(value) => change({ status: value })}
          choices={[
            { value: '', label: 'All' },
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
          value={search.country}
          onChange={(country) => change({ country })}
          choices={[
            { value: '', label: 'All' },
            ...[...new Set([...countries, ...(search.country ? [search.country] : [])])]
              .map((value) => ({ value, label: formatCountry(value) }))
              .sort((a, b) => compareNames(a.label, b.label)),
          ]}
        />
      </div>
    </div>
  )
}

/** What the list is narrowed to, with how many SIMs each choice leads to. */
function ConcernChoice({
  concerns,
  tellsAbroad,
  only,
  onChange,
}: {
  concerns: Readonly<Record<SimConcern, ConcernCount>> | undefined
  tellsAbroad: boolean
  only: SimsSearch['only']
  onChange: (only: SimsSearch['only']) => void
}) {
  const offered = SIM_CONCERNS.filter((one) => one !== 'abroad' || tellsAbroad)
  return (
    <ChoiceControl
      label="Show"
      value={only}
      choices={[
        { value: 'all', label: 'All' },
        ...offered.map((one) => ({
          value: one,
          label: `${CONCERN_NAMES[one]}${formatConcernCount(concerns?.[one])}`,
        })),
      ]}
      onChange={onChange}
    />
  )
}

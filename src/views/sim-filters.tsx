import { NativeSelect } from '@mantine/core'
import type { Plans } from '#queries/use-sims.ts'
import type { SimsSearch } from '#url/sims-search.ts'
import type { Search } from '#url/use-search.ts'
import { formatCount } from '#usage/bytes.ts'
import type { Product } from '#usage/limits.ts'
import { PLAN_NAMES, PRODUCT_NAMES } from '#usage/part-names.ts'
import { PlanSelect } from './plan-select.tsx'
import classes from './usage-controls.module.css'

const PRODUCTS: readonly Product[] = ['programmable-wireless', 'super-sim']

/** Which SIMs of a list are shown: of a product, of a status, of a rate plan or a fleet. */
export function SimFilters({
  statuses,
  plans,
  state: { search, change },
}: {
  statuses: readonly { readonly status: string; readonly count: number }[]
  plans: Plans
  state: Search<SimsSearch>
}) {
  const { product, status, plan } = search
  const listed = statuses.some((one) => one.status === status) || status === ''
  return (
    <div className={classes.filters} data-screen-only>
      <NativeSelect
        label="Product"
        value={product}
        onChange={({ currentTarget: { value } }) =>
          // A plan is of one product.
          change({ product: PRODUCTS.find((one) => one === value) ?? 'all', plan: '' })
        }
        data={[
          { value: 'all', label: 'All' },
          ...PRODUCTS.map((value) => ({ value, label: PRODUCT_NAMES[value] })),
        ]}
      />
      <NativeSelect
        label="Status"
        value={status}
        onChange={(event) => change({ status: event.currentTarget.value })}
        data={[
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
        label={product === 'all' ? 'Rate plan or fleet' : PLAN_NAMES[product]}
        plans={plans}
        value={plan}
        onChange={(chosen) => change({ plan: chosen })}
      />
    </div>
  )
}

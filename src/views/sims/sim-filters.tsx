import { NativeSelect } from '@mantine/core'
import type { Plans } from '#queries/sims/use-sims.ts'
import type { SimsSearch } from '#url/sims-search.ts'
import type { Search } from '#url/use-search.ts'
import { PRODUCT_KEYS, PRODUCTS } from '#usage/kore/products.ts'
import { formatCount } from '#usage/words/bytes.ts'
import classes from '../common/controls.module.css'
import { PlanSelect } from '../common/plan-select.tsx'

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
          change({ product: PRODUCT_KEYS.find((one) => one === value) ?? 'all', plan: '' })
        }
        data={[
          { value: 'all', label: 'All' },
          ...PRODUCT_KEYS.map((value) => ({ value, label: PRODUCTS[value].name })),
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
        label={product === 'all' ? 'Rate plan or fleet' : PRODUCTS[product].planName}
        plans={plans}
        value={plan}
        onChange={(chosen) => change({ plan: chosen })}
      />
    </div>
  )
}

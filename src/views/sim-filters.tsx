import { NativeSelect } from '@mantine/core'
import type { AccountSim } from '#queries/use-sims.ts'
import type { SimsSearch } from '#url/sims-search.ts'
import type { Search } from '#url/use-search.ts'
import { formatCount } from '#usage/bytes.ts'
import { countStatuses } from '#usage/listed-sims.ts'
import { PLAN_NAMES } from '#usage/part-names.ts'
import classes from './usage-controls.module.css'

/** Which SIMs of a list are shown: of a status, of a rate plan or a fleet. */
export function SimFilters({
  sims,
  plans,
  state: { search, change },
}: {
  sims: readonly AccountSim[]
  plans: readonly { readonly sid: string; readonly name: string }[]
  state: Search<SimsSearch>
}) {
  const statuses = countStatuses(sims)
  const { status, plan } = search
  const sorted = plans.toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <div className={classes.filters} data-screen-only>
      <NativeSelect
        label="Status"
        value={status}
        onChange={(event) => change({ status: event.currentTarget.value })}
        data={[
          { value: '', label: 'All' },
          ...missing(
            status,
            statuses.map((one) => one.status),
          ),
          ...statuses.map((one) => ({
            value: one.status,
            label: `${one.status} (${formatCount(one.count)})`,
          })),
        ]}
      />
      <NativeSelect
        label={PLAN_NAMES[search.product]}
        value={plan}
        onChange={(event) => change({ plan: event.currentTarget.value })}
        data={[
          { value: '', label: 'All' },
          ...missing(
            plan,
            plans.map(({ sid }) => sid),
          ),
          ...sorted.map(({ sid, name }) => ({ value: sid, label: name })),
        ]}
      />
    </div>
  )
}

/** A value that is not in the list (not loaded, or not known) still shows. */
function missing(value: string, known: readonly string[]) {
  return value === '' || known.includes(value) ? [] : [{ value, label: value }]
}

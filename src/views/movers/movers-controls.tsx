import { ChoiceControl } from '#components/choice-control.tsx'
import { DetailLine } from '#components/notices/detail-line.tsx'
import type { Plans } from '#queries/sims/use-sims.ts'
import type { MoversSearch } from '#url/movers-search.ts'
import type { Search } from '#url/use-search.ts'
import { PRODUCTS } from '#usage/kore/products.ts'
import type { MoverPeriods } from '#usage/sims/movers.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { formatLastDay } from '#usage/words/mover-words.ts'
import { PlanSelect } from '../common/plan-select.tsx'
import classes from './movers-controls.module.css'

/** Chooses which SIMs are looked at, and how many days. */
export function MoversControls({
  state: { search, change },
  plans,
}: {
  state: Search<MoversSearch>
  plans: Plans
}) {
  return (
    <div className={classes.controls}>
      <ChoiceControl
        label="Period"
        value={search.days}
        choices={[
          { value: '7', label: '7 days' },
          { value: '28', label: '28 days' },
        ]}
        onChange={(days) => change({ days })}
      />
      <div className={classes.filters} data-screen-only>
        <PlanSelect
          label={PRODUCTS[search.product].planName}
          plans={plans}
          value={search.plan}
          onChange={(plan) => change({ plan })}
        />
      </div>
    </div>
  )
}

/** Which days count, and why the newest do not. */
export function PeriodNotice({ periods: { current, previous } }: { periods: MoverPeriods }) {
  return (
    <DetailLine
      kind="good"
      line={`${formatInterval(current)} against ${formatInterval(previous)}, all of it final`}
    >
      Days after {formatLastDay(current)} may still be added to. They are left out, so that nothing
      that is merely late looks like a fall.
    </DetailLine>
  )
}

import { Suspense } from 'react'
import { ArrowGroup } from '#components/arrow-group.tsx'
import { SearchProblemsNotice } from '#components/notices/search-problems-notice.tsx'
import { loadLater } from '#components/page/load-later.ts'
import { RangeControl } from '#components/range/range-control.tsx'
import { RangeSteps } from '#components/range/range-steps.tsx'
import { useFirstUse } from '#components/use-first-use.ts'
import { useSmallScreen } from '#components/use-small-screen.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import { factsOf } from '#usage/kore/products.ts'
import { keptStart } from '#usage/kore/retention.ts'
import { fittingGranularities } from '#usage/question/usage-query.ts'
import type { Interval } from '#usage/time/interval.ts'
import { resolveRange, type TimeRange } from '#usage/time/time-range.ts'
import { LatenessLine } from '../lateness-line.tsx'
import type { StandingBoard } from '../standing.ts'
import type { Asked } from './asked.ts'
import { CompareList } from './compare-list.tsx'
import { FilterButton } from './filter-button.tsx'
import { MoreButton } from './more-button.tsx'
import { SheetButton } from './sheet-button.tsx'
import { StackList } from './stack-list.tsx'
import classes from './usage-toolbar.module.css'

const loadMore = () => import('./more-popover.tsx')
const MorePopover = loadLater(async () => (await loadMore()).MorePopover)
const loadFilters = () => import('./filter-chips.tsx')
const FilterChips = loadLater(async () => (await loadFilters()).FilterChips)
const loadSheet = () => import('./choices-sheet.tsx')
const ChoicesSheet = loadLater(async () => (await loadSheet()).ChoicesSheet)

/** Everything that a usage view is asked with, in one row, and below it how final the answer can be. */
export function UsageToolbar({
  interval,
  undated,
  standing,
  now,
  ...asked
}: Asked & {
  readonly now: Date
  readonly interval: Interval
  /** Whether the range means no one interval. */
  readonly undated: boolean
  /** What stands below. */
  readonly standing: StandingBoard
}) {
  const { state } = asked
  const { search, problems, change } = state
  const isSmall = useSmallScreen()
  return (
    <div className={classes.controls}>
      <div className={classes.row}>
        <ArrowGroup label="Dates" className={classes.dates}>
          <RangeSteps
            range={search.range}
            interval={interval}
            now={now}
            onChange={(range) => change({ range, by: stepGranularity(range, search.by, now) })}
          >
            <RangeControl
              range={search.range}
              interval={interval}
              undated={undated}
              oldest={keptStart(now)}
              now={now}
              onChange={(range) => change({ range })}
            />
          </RangeSteps>
        </ArrowGroup>
        {isSmall ? <SheetOfChoices {...asked} /> : <Choices {...asked} />}
      </div>
      {!undated && <LatenessLine product={search.product} {...{ interval, now, standing }} />}
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
    </div>
  )
}

/** What was chosen stays, unless the range has become too long for it. */
function stepGranularity(range: TimeRange, by: UsageSearch['by'], now: Date): UsageSearch['by'] {
  return fittingGranularities(resolveRange(range, now)).some((granularity) => granularity === by)
    ? by
    : 'auto'
}

/** What is chosen beside the dates. */
function Choices(asked: Asked) {
  const { state, accounts, sim } = asked
  return (
    <>
      {factsOf(state.search.product).groups.length > 0 && <Filters {...{ state, accounts, sim }} />}
      <StackList {...{ state, accounts, sim }} />
      <CompareList state={state} />
      <More state={state} />
    </>
  )
}

/** The filters that are chosen, and the way to others, which is loaded when it is wanted. */
function Filters(asked: Asked) {
  const { used, handlers } = useFirstUse(loadFilters)
  const { search } = asked.state
  const isFiltered = FILTERS.some((key) => search[key] !== '')
  if (!used && !isFiltered) return <FilterButton {...handlers} />
  return (
    <Suspense fallback={<FilterButton />}>
      <FilterChips {...asked} openAtOnce={used} />
    </Suspense>
  )
}

const FILTERS = ['country', 'network', 'fleet', 'sim'] as const

function More({ state }: Pick<Asked, 'state'>) {
  const { used, handlers } = useFirstUse(loadMore)
  const button = <MoreButton search={state.search} {...handlers} />
  if (!used) return button
  return (
    <Suspense fallback={button}>
      <MorePopover state={state} />
    </Suspense>
  )
}

/** On a small screen they stand in a sheet that comes up from below. */
function SheetOfChoices(asked: Asked) {
  const { used, handlers } = useFirstUse(loadSheet)
  const button = <SheetButton search={asked.state.search} {...handlers} />
  if (!used) return button
  return (
    <Suspense fallback={button}>
      <ChoicesSheet {...asked} />
    </Suspense>
  )
}

import { Button } from '@mantine/core'
import { ChoiceControl } from '#components/choice-control.tsx'
import { MessageCard } from '#components/notices/message-card.tsx'
import { Notice } from '#components/notices/notice.tsx'
import { SearchProblemsNotice } from '#components/notices/search-problems-notice.tsx'
import { Page } from '#components/page/page.tsx'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { useNow } from '#queries/gateway/use-now.ts'
import {
  useGatheredActivities,
  useMovers,
  useSuperSimActivities,
} from '#queries/sims/use-movers.ts'
import { usePlans, useSims } from '#queries/sims/use-sims.ts'
import { type MoversSearch, moversSearch } from '#url/movers-search.ts'
import { type Search, useSearch } from '#url/use-search.ts'
import { DEFAULT_METERING_DAY, meteringMonth } from '#usage/kore/metering-month.ts'
import { isSummedBySim, PRODUCTS, type Product } from '#usage/kore/products.ts'
import { MOST_GATHERED } from '#usage/sims/most-gathered.ts'
import { type MoverPeriods, moverPeriods } from '#usage/sims/movers.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { formatLastDay } from '#usage/words/mover-words.ts'
import { AccountFailures } from '../common/account-failures.tsx'
import classes from '../common/controls.module.css'
import { ErrorCard } from '../common/error-card.tsx'
import { describeError } from '../common/error-words.ts'
import { GatheringNotice } from '../common/gathering-notice.tsx'
import { PlanFailures } from '../common/plan-failures.tsx'
import { PlanSelect } from '../common/plan-select.tsx'
import { SkippedNotice } from '../common/skipped-notice.tsx'
import { idsOf, useChosenAccounts } from '../common/use-chosen-accounts.ts'
import panelClasses from './finding-panel.module.css'
import { FindingPanel } from './finding-panel.tsx'

/** The SIMs that are worth a look, and why. */
export function Movers() {
  const state = useSearch(moversSearch)
  const { search, problems, change } = state
  const { product } = search
  const now = useNow()
  return (
    <Page
      title="Top and movers"
      subtitle={`${PRODUCTS[product].simsName} that are worth a look`}
      shows={`${PRODUCTS[product].simsName}, ${search.days} days`}
    >
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
      {now ? <MoversReport key={product} state={state} now={now} /> : <UsageSkeleton />}
    </Page>
  )
}

function MoversReport({ state, now }: { state: Search<MoversSearch>; now: Date }) {
  const { search, change } = state
  const { product, plan } = search
  const { known, chosen } = useChosenAccounts()
  const ids = idsOf(chosen)
  const periods = moverPeriods(product, Number(search.days), now)
  const list = useSims(ids, [product])
  const plans = usePlans(ids, [product])
  const summed = useSuperSimActivities(ids, periods, now, isSummedBySim(product))
  const alone = !isSummedBySim(product) || summed.refused
  const sims = alone && list.complete ? wantedSims(list.pages ?? [], plan) : []
  const gatherable = sims.length <= MOST_GATHERED
  const gathered = useGatheredActivities(
    { sims, sources: list.sources, choice: { plan } },
    periods,
    now,
    gatherable,
    (account) =>
      meteringMonth(
        now,
        chosen.find(({ id }) => id === account)?.meteringDay ?? DEFAULT_METERING_DAY,
      ),
  )
  const activities = alone ? gathered.activities : summed
  const movers = useMovers(list, plans, plan, activities, periods)
  const isBusy = activities.answered < activities.requests || !list.complete
  const nothing = list.pages === undefined && !list.fetching
  const [failure] = list.failures
  if (nothing && failure) {
    return <ErrorCard error={failure.error} onRetry={list.retry} retrying={list.fetching} />
  }
  if (list.complete && list.count + list.skipped === 0) {
    return (
      <>
        <MoversControls {...{ state, plans }} />
        <NoSims product={product} />
      </>
    )
  }
  return (
    <>
      <MoversControls {...{ state, plans }} />
      <PeriodNotice periods={periods} />
      <SkippedNotice skipped={list.skipped} />
      <PlanFailures accounts={ids} products={[product]} />
      <AccountFailures
        {...{ known, failures: list.failures, fetching: list.fetching }}
        onRetry={list.retry}
      />
      {alone ? (
        <GatheringNotice gathering={gathered.gathering} />
      ) : (
        <SumsNotice activities={summed} loading={list.complete ? undefined : list.count} />
      )}
      {alone && !gatherable ? (
        <Notice
          kind="info"
          label="Selection"
          title={`Usage is gathered SIM by SIM, of at most ${formatCount(MOST_GATHERED)}: choose a ${PRODUCTS[product].planName.toLowerCase()}.`}
        />
      ) : movers.data && list.count > 0 ? (
        <div className={panelClasses.panels}>
          {movers.data.findings.map((findings) => (
            <FindingPanel
              key={findings.kind}
              {...{ findings, periods, now }}
              total={movers.data.total}
              busy={isBusy || (findings.kind === 'limit' && lacksPlans(list.pages ?? [], plans))}
              all={search.rows === 'all'}
              onShow={(all) => change({ rows: all ? 'all' : 'first' })}
            />
          ))}
        </div>
      ) : (
        <UsageSkeleton />
      )}
    </>
  )
}

function NoSims({ product }: { product: Product }) {
  return (
    <MessageCard kind="empty" title={`There are no ${PRODUCTS[product].simsName}`}>
      SIMs that are registered to the account appear here once they are used.
    </MessageCard>
  )
}

/** Whether the limits of any SIM are not known, as its plan could not be read. */
function lacksPlans(
  pages: readonly (readonly { readonly planSid: string }[])[],
  plans: ReadonlyMap<string, unknown>,
): boolean {
  return pages.some((page) => page.some(({ planSid }) => planSid !== '' && !plans.has(planSid)))
}

function wantedSims<T extends { readonly planSid: string }>(
  pages: readonly (readonly T[])[],
  plan: string,
): readonly T[] {
  return pages.flat().filter(({ planSid }) => !plan || planSid === plan)
}

function MoversControls({
  state: { search, change },
  plans,
}: {
  state: Search<MoversSearch>
  plans: ReturnType<typeof usePlans>
}) {
  return (
    <>
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
    </>
  )
}

/** Which days count, and why the newest do not. */
function PeriodNotice({ periods: { current, previous } }: { periods: MoverPeriods }) {
  return (
    <Notice
      kind="good"
      label="Data delay"
      title={`${formatInterval(current)} against ${formatInterval(previous)}, all of it final`}
    >
      Days after {formatLastDay(current)} may still be added to. They are left out, so that nothing
      that is merely late looks like a fall.
    </Notice>
  )
}

/** How far the sums over all SIMs have come. */
function SumsNotice({
  activities: { requests, answered, error, retry },
  loading,
}: {
  activities: ReturnType<typeof useSuperSimActivities>
  /** How many SIMs have been listed, while there are more. */
  loading: number | undefined
}) {
  if (error) {
    return (
      <Notice
        kind="warning"
        label="Missing part"
        title={`Some of the usage could not be loaded: ${describeError(error).title}. What is found may not be all.`}
      >
        <Button size="compact-sm" variant="light" onClick={retry}>
          Load it again
        </Button>
      </Notice>
    )
  }
  if (answered === requests && loading === undefined) return null
  return (
    <Notice
      kind="info"
      label="Progress"
      title={
        loading === undefined
          ? `Adding up usage: ${answered} of ${requests} parts`
          : `Listing SIMs: ${formatCount(loading)} so far`
      }
    />
  )
}

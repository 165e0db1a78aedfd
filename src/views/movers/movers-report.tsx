import { MessageCard } from '#components/notices/message-card.tsx'
import { Notice } from '#components/notices/notice.tsx'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { useHeldError } from '#queries/again/use-held-error.ts'
import {
  type GatheredActivities,
  useGatheredActivities,
  useMovers,
} from '#queries/sims/use-movers.ts'
import { type Sim, usePlans, useSims } from '#queries/sims/use-sims.ts'
import {
  type SuperSimActivities,
  useSuperSimActivities,
} from '#queries/sims/use-super-sim-activities.ts'
import type { MoversSearch } from '#url/movers-search.ts'
import type { Search } from '#url/use-search.ts'
import { DEFAULT_METERING_DAY, meteringMonth } from '#usage/kore/metering-month.ts'
import { factsOf, isSummedBySim, PRODUCTS } from '#usage/kore/products.ts'
import { MOST_GATHERED } from '#usage/sims/most-gathered.ts'
import {
  type FindingKind,
  type MoverPeriods,
  type Movers,
  moverPeriods,
} from '#usage/sims/movers.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { describeMeteringDays } from '#usage/words/limit-words.ts'
import { AccountFailures } from '../common/account-failures.tsx'
import { ErrorCard } from '../common/error-card.tsx'
import { OddityNotice } from '../common/oddity-notice.tsx'
import { PlanFailures } from '../common/plan-failures.tsx'
import { SkippedNotice } from '../common/skipped-notice.tsx'
import { idsOf, useChosenAccounts } from '../common/use-chosen-accounts.ts'
import panelClasses from './finding-panel.module.css'
import { FindingPanel } from './finding-panel.tsx'
import { MoversControls, PeriodNotice } from './movers-controls.tsx'
import { GatheredProgress, SumsProgress } from './movers-progress.tsx'

/** What is found of the chosen SIMs, and how far it has been looked for. */
export function MoversReport({ state, now }: { state: Search<MoversSearch>; now: Date }) {
  const { product, plan, gather } = state.search
  const { known, chosen } = useChosenAccounts()
  const ids = idsOf(chosen)
  const periods = moverPeriods(product, Number(state.search.days), now)
  const list = useSims(ids, [product])
  const plans = usePlans(ids, [product])
  const summed = useSuperSimActivities(ids, periods, now, isSummedBySim(product), gather === 'on')
  const alone = !isSummedBySim(product) || summed.refused
  const error = useHeldError(list.fetching ? undefined : list.failures[0]?.error, list.fetching)
  // A list that could not be read is told of; the others are looked at.
  const listed = list.complete || error !== undefined
  const sims = alone && listed ? wantedSims(list.pages ?? [], plan) : []
  const gatherable = sims.length <= MOST_GATHERED
  const gathered = useGatheredActivities(
    { sims, sources: list.sources, choice: { plan } },
    periods,
    now,
    gatherable ? gather : 'paused',
    (account) =>
      meteringMonth(
        now,
        chosen.find(({ id }) => id === account)?.meteringDay ?? DEFAULT_METERING_DAY,
      ),
  )
  const activities = alone ? gathered.activities : summed
  const movers = useMovers(list, plans, plan, activities, periods)
  if (list.pages === undefined && error) {
    return <ErrorCard error={error} onRetry={list.retry} retrying={list.fetching} />
  }
  if (list.complete && list.count + list.skipped === 0) {
    return (
      <>
        <MoversControls {...{ state, plans }} />
        <MessageCard kind="empty" title={`There are no ${PRODUCTS[product].simsName}`}>
          SIMs that are registered to the account appear here once they are used.
        </MessageCard>
      </>
    )
  }
  const metered = describeMeteringDays(chosen.map(({ meteringDay }) => meteringDay))
  const told = alone ? gatherable && gathered.tellsOfAll : summed.waits !== 'all'
  return (
    <>
      <MoversControls {...{ state, plans }} />
      <PeriodNotice periods={periods} />
      <OddityNotice oddities={activities.oddities} />
      <SkippedNotice skipped={list.skipped} />
      <PlanFailures accounts={ids} products={[product]} />
      <AccountFailures
        {...{ known, failures: list.failures, fetching: list.fetching }}
        onRetry={list.retry}
      />
      {!alone && <SumsProgress {...{ activities: summed, list, state }} />}
      {alone && gatherable && <GatheredProgress {...{ gathered, state }} />}
      {alone && !gatherable && (
        <Notice
          kind="info"
          label="Selection"
          title={`Usage is gathered SIM by SIM, of at most ${formatCount(MOST_GATHERED)}: choose a ${PRODUCTS[product].planName.toLowerCase()}.`}
        />
      )}
      {!listed || (told && !movers.data) ? <UsageSkeleton /> : null}
      {listed && told && movers.data && (
        <FindingPanels
          {...{ state, periods, now, gathered }}
          movers={movers.data}
          isBusy={(kind) =>
            (!alone && !isLookedFor(kind, summed)) ||
            (kind === 'limit' && lacksPlans(list.pages ?? [], plans))
          }
          part={[list.complete ? [] : OF_LISTED, alone ? partOf(gathered) : []].flat()}
          metered={factsOf(product).tellsRoaming ? metered : undefined}
        />
      )}
    </>
  )
}

/** What is found, kind by kind. */
function FindingPanels({
  movers,
  periods,
  now,
  gathered,
  isBusy,
  part,
  metered,
  state: { search, change },
}: {
  movers: Movers<Sim>
  periods: MoverPeriods
  now: Date
  gathered: GatheredActivities
  /** Whether it is still looked for findings of a kind. */
  isBusy: (kind: FindingKind) => boolean
  /** Of what all of it is, where that is not everything. */
  part: readonly string[]
  /** What is assumed of the months of limits. */
  metered: string | undefined
  state: Search<MoversSearch>
}) {
  return (
    <div className={panelClasses.panels}>
      {movers.findings.map((findings) => (
        <FindingPanel
          key={`${findings.kind} ${findings.currency ?? ''}`}
          {...{ findings, periods, now, part }}
          total={movers.total}
          busy={isBusy(findings.kind)}
          daysOf={({ sid }) => gathered.gathering.days.get(sid)}
          note={findings.kind === 'limit' ? metered : undefined}
          all={search.rows === 'all'}
          onShow={(all) => change({ rows: all ? 'all' : 'first' })}
        />
      ))}
    </div>
  )
}

/** Said of what is found while an account is missing. */
const OF_LISTED = 'of the accounts that could be loaded'

/** Said of what is found where some SIMs could not be read. */
function partOf({ gathering: { days, asked } }: GatheredActivities): string[] {
  if (days.size === asked) return []
  return [`of ${formatCount(days.size)} of ${formatCount(asked)} SIMs`]
}

/** Whether none found means that there is none. */
function isLookedFor(
  kind: FindingKind,
  { answered, requests, placesKnown }: SuperSimActivities,
): boolean {
  return answered === requests && (kind !== 'roaming' || placesKnown)
}

function wantedSims<T extends { readonly planSid: string }>(
  pages: readonly (readonly T[])[],
  plan: string,
): readonly T[] {
  return pages.flat().filter(({ planSid }) => !plan || planSid === plan)
}

/** Whether the limits of any SIM are not known, as its plan could not be read. */
function lacksPlans(
  pages: readonly (readonly { readonly planSid: string }[])[],
  plans: ReadonlyMap<string, unknown>,
): boolean {
  return pages.some((page) => page.some(({ planSid }) => planSid !== '' && !plans.has(planSid)))
}

import type { ReactNode } from 'react'
import { ArrowGroup } from '#components/arrow-group.tsx'
import { useLoading } from '#components/page/load-later.ts'
import { Page } from '#components/page/page.tsx'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { useNow } from '#queries/gateway/use-now.ts'
import type { SearchCodec } from '#url/search-codec.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import { type Search, useSearch } from '#url/use-search.ts'
import { questionOf } from '#url/view-question.ts'
import { billingMonthsOf } from '#usage/kore/billing-days.ts'
import { PRODUCTS } from '#usage/kore/products.ts'
import {
  type ResolvedQuestion,
  resolveQuestion,
  type UsageQuery,
} from '#usage/question/usage-query.ts'
import type { BillingMonths } from '#usage/time/billing-month.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { rangeOf, type TimeRange } from '#usage/time/time-range.ts'
import { formatRange, isAbsolute } from '#usage/words/range-names.ts'
import classes from '../common/controls.module.css'
import { CopyLink } from '../common/copy-link.tsx'
import { SaveView } from '../common/save-view.tsx'
import { idsOf, useChosenAccounts } from '../common/use-chosen-accounts.ts'
import { useLastingAccount } from '../common/use-lasting-account.ts'
import { describeDates } from '../common/view-words.ts'
import { LateProblemCard } from './late-problem-card.tsx'
import { loadingReport } from './loading-report.ts'
import { type StandingBoard, useStandingBoard } from './standing.ts'
import { UsageToolbar } from './toolbar/usage-toolbar.tsx'

/** What a usage view asks, for what stands in it beside the usage. */
interface AskedUsage {
  readonly query: UsageQuery
  readonly now: Date
  readonly state: Search<UsageSearch>
}

/** What stands in a usage view beside the usage, where there is an answer. */
interface BesideUsage {
  /** A figure of the running month. */
  readonly expected?: ((asked: AskedUsage) => ReactNode) | undefined
  /** What is told of the running month. */
  readonly month?: ((asked: AskedUsage) => ReactNode) | undefined
  /** What stands below the usage. */
  readonly panels?: ((asked: AskedUsage) => ReactNode) | undefined
}

/** The usage of an account or of one SIM: what is asked, and its answer. */
export function UsageView({
  codec,
  sim,
  title,
  subtitle,
  expected,
  month,
  panels,
  children,
}: {
  codec: SearchCodec<UsageSearch>
  /** The one SIM that the view is about, and its account. */
  sim?: {
    readonly sid: string
    readonly account: string
    /** Undefined while they are not known. */
    readonly billingMonths: BillingMonths | undefined
  }
  title: string
  subtitle?: ReactNode
  /** What stands between the title and the controls. */
  children?: ReactNode
} & BesideUsage) {
  const state = useSearch(codec)
  const report = useLoading(loadingReport)
  const now = useNow()
  const standing = useStandingBoard()
  const { chosen } = useChosenAccounts()
  const accounts = sim ? [sim.account] : idsOf(chosen)
  const { product } = state.search
  const billingMonths = sim ? sim.billingMonths : billingMonthsOf(chosen, [product])
  const asked = { ...questionOf(state.search, sim?.sid), accounts }
  const resolved =
    now && billingMonths ? resolveQuestion({ ...asked, billingMonths }, now) : undefined
  const account = useLastingAccount(sim?.account)
  const shared = { ...state.search, account }
  return (
    <Page
      title={title}
      subtitle={subtitle}
      shows={`${PRODUCTS[state.search.product].name}, ${formatRange(state.search.range)}`}
      aside={
        resolved && (
          <ShareView
            {...{ title, codec, resolved }}
            search={shared}
            ownPeriods={billingMonths?.kind === 'periods'}
          />
        )
      }
    >
      {children}
      {now && resolved ? (
        <>
          <p data-print-only>
            {!isUndated(resolved) && `${formatInterval(resolved.interval)} UTC. `}
            {window.location.href}
          </p>
          <UsageToolbar
            {...{ state, accounts }}
            sim={sim?.sid}
            interval={resolved.interval}
            undated={isUndated(resolved)}
            now={now}
            standing={standing}
          />
          {resolved.kind === 'problem' ? (
            <LateProblemCard problem={resolved.problem} onChange={state.change} />
          ) : (
            <Answer
              {...{ report, standing, expected, month, panels }}
              asked={{ query: resolved.query, now, state }}
            />
          )}
        </>
      ) : (
        <UsageSkeleton />
      )}
    </Page>
  )
}

/** Whether a question's range means no one interval. */
function isUndated(resolved: ResolvedQuestion): boolean {
  return resolved.kind === 'problem' && resolved.problem.kind === 'billingMonthsDiffer'
}

/** The answer to a question, and what stands in it; its code is loaded beside the numbers. */
function Answer({
  report,
  asked,
  standing,
  expected,
  month,
  panels,
}: {
  report: typeof import('./usage-report.tsx') | undefined
  asked: AskedUsage
  standing: StandingBoard
} & BesideUsage) {
  if (!report) return <UsageSkeleton />
  return (
    <report.UsageReport
      {...asked}
      standing={standing}
      expected={expected?.(asked)}
      month={month?.(asked)}
    >
      {panels?.(asked)}
    </report.UsageReport>
  )
}

/** The ways to keep and to hand on what is shown: as it lives, or with its dates held. */
function ShareView({
  title,
  codec,
  search,
  resolved: { interval },
  ownPeriods,
}: {
  title: string
  codec: SearchCodec<UsageSearch>
  search: UsageSearch
  resolved: ResolvedQuestion
  /** Whether the dates are of billing periods of one SIM, which no reader of a link can ask for. */
  ownPeriods: boolean
}) {
  const addressOf = (range: TimeRange) => ({
    search: codec.serialize({ ...search, range }).toString(),
    dates: describeDates(range),
  })
  const living = addressOf(search.range)
  const pinned = isAbsolute(search.range) ? undefined : addressOf(rangeOf(interval))
  const handedOn = ownPeriods && pinned ? { living: pinned, pinned: undefined } : { living, pinned }
  return (
    <ArrowGroup label="Keep and hand on" className={classes.share}>
      <SaveView {...{ living, pinned }} />
      <CopyLink title={title} {...handedOn} />
    </ArrowGroup>
  )
}

import type { Account } from '#queries/gateway/about.ts'
import type { ReportSearch } from '#url/report-search.ts'
import type { Search } from '#url/use-search.ts'
import type { ReportMonth } from '#usage/report/report-month.ts'
import type { StandingKind } from '#usage/report/report-standing.ts'

/** What a report is of, and where it stands. */
export interface AskedReport {
  readonly month: ReportMonth
  readonly chosen: readonly Account[]
  /** The word by which links name the accounts. */
  readonly account: string
  readonly now: Date
  readonly state: Search<ReportSearch>
  /** Is told how far the report can be relied on, whenever that changes. */
  readonly onStanding: (kind: StandingKind) => void
}

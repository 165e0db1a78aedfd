import { MessageCard } from '#components/notices/message-card.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import { RETENTION_MONTHS } from '#usage/kore/retention.ts'
import { LONGEST_VIEW_DAYS } from '#usage/question/longest-view.ts'
import { MOST_QUESTIONS } from '#usage/question/usage-filter.ts'
import type { QueryProblem } from '#usage/question/usage-query.ts'
import { formatMoment } from '#usage/time/moment.ts'
import { DEFAULT_RANGE } from '#usage/time/time-range.ts'
import { describeBillingDays } from '#usage/words/limit-words.ts'

/** Why a question has no answer, and the nearest one that has. */
export function ProblemCard({
  problem,
  onChange,
}: {
  problem: QueryProblem
  onChange: (part: Partial<UsageSearch>) => void
}) {
  const showDefault = {
    label: 'Show the last 30 days',
    onClick: () => onChange({ range: DEFAULT_RANGE, by: 'auto' }),
  }
  switch (problem.kind) {
    case 'tooLong':
      return (
        <MessageCard
          kind="empty"
          title={`This range is too long to show by ${problem.granularity}`}
          action={{
            label: `Show it by ${problem.fits}`,
            onClick: () => onChange({ by: problem.fits }),
          }}
        >
          By {problem.granularity}, at most {LONGEST_VIEW_DAYS[problem.granularity]} days can be
          shown.
        </MessageCard>
      )
    case 'beyondRetention':
      return (
        <MessageCard kind="empty" title="KORE no longer has this usage" action={showDefault}>
          Usage is kept for {RETENTION_MONTHS} months: the oldest that can be asked for is of{' '}
          {formatMoment(problem.retentionStart)}. Nothing older was kept here.
        </MessageCard>
      )
    case 'billingMonthsDiffer':
      return (
        <MessageCard
          kind="empty"
          title="Their billing months begin on different days"
          action={{
            label: 'Show this month of the calendar',
            onClick: () => onChange({ range: { kind: 'thisMonth' } }),
          }}
        >
          {describeBillingDays(problem.days)} Different periods are not added up under one name:
          choose one account.
        </MessageCard>
      )
    case 'manyAccounts':
      return (
        <MessageCard
          kind="empty"
          title={`A ${problem.filter === 'sim' ? 'SIM' : 'fleet'} is of one account`}
          action={{
            label: `Show all ${problem.filter === 'sim' ? 'SIMs' : 'fleets'}`,
            onClick: () => onChange({ [problem.filter]: '' }),
          }}
        >
          Choose the account that it is of, or do without this filter.
        </MessageCard>
      )
    case 'manyValues':
      return (
        <MessageCard
          kind="empty"
          title={`These filters are ${problem.questions} questions at once`}
          action={{
            label: 'Show all countries and networks',
            onClick: () => onChange({ country: '', network: '' }),
          }}
        >
          Every value of one filter is asked for with every value of the others, at most{' '}
          {MOST_QUESTIONS} times. Take some away.
        </MessageCard>
      )
    case 'inFuture':
      return (
        <MessageCard kind="empty" title="This range lies in the future" action={showDefault}>
          There is no usage to show yet. Choose a range that has begun.
        </MessageCard>
      )
  }
}

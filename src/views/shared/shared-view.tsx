import { Group, Text } from '@mantine/core'
import { MessageCard } from '#components/notices/message-card.tsx'
import { SearchProblemsNotice } from '#components/notices/search-problems-notice.tsx'
import { Page } from '#components/page/page.tsx'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { useHeldFailure } from '#queries/again/use-held-error.ts'
import { type Account, useAbout } from '#queries/gateway/about.ts'
import type { SharedLink } from '#queries/gateway/shared-links.ts'
import { useNow } from '#queries/gateway/use-now.ts'
import { sharedSearch, type UsageSearch } from '#url/usage-search.ts'
import { type Search, useSearch } from '#url/use-search.ts'
import { parseViewQuestion, type ViewQuestion } from '#url/view-question.ts'
import { billingMonthsOf } from '#usage/kore/billing-days.ts'
import { resolveQuestion } from '#usage/question/usage-query.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatInterval, formatMoment } from '#usage/time/moment.ts'
import { describeBillingDays } from '#usage/words/limit-words.ts'
import { ErrorCard } from '../common/error-card.tsx'
import { idsOf } from '../common/use-chosen-accounts.ts'
import { describeLinked } from '../common/view-words.ts'
import { LatenessLine } from '../usage/lateness-line.tsx'
import { useStandingBoard } from '../usage/standing.ts'
import { TimeControl } from '../usage/time-control.tsx'
import { UsageReport } from '../usage/usage-report.tsx'

type Link = Pick<SharedLink, 'name' | 'path' | 'search' | 'expiresAt'>

/** What a read-only link shows, and nothing else. */
export function SharedView() {
  const about = useAbout()
  const error = useHeldFailure(about)
  const link = about.data?.link
  const view = link && parseViewQuestion(link.path, link.search)
  if (about.data && link && view) {
    return (
      <LinkedUsage
        accounts={about.data.accounts}
        link={link}
        shown={view.search}
        question={view.question}
      />
    )
  }
  return (
    <Page title="Shared view">
      {error && error.kind !== 'notFound' ? (
        <ErrorCard error={error} onRetry={() => about.refetch()} retrying={about.isFetching} />
      ) : error || about.data ? (
        <MessageCard kind="empty" title="This link is closed">
          It has expired, was revoked, or was not copied in full. Ask whoever gave it to you for a
          new one.
        </MessageCard>
      ) : (
        <UsageSkeleton />
      )}
    </Page>
  )
}

function LinkedUsage({
  accounts,
  link,
  shown,
  question,
}: {
  accounts: readonly Account[]
  link: Link
  shown: UsageSearch
  question: ViewQuestion
}) {
  const state = useSearch(sharedSearch(shown))
  const now = useNow()
  const standing = useStandingBoard()
  const { product, range } = shown
  const shows = describeLinked(product, range, question.filter.sim)
  // As the gateway reads it: the periods of one SIM are open to no reader of a link.
  const billingMonths = billingMonthsOf(accounts, [product])
  const asked = { ...question, accounts: idsOf(accounts), exact: true, billingMonths }
  const resolved = now && resolveQuestion(asked, now)
  return (
    <Page
      title={link.name}
      subtitle={`${accounts.map(({ name }) => name).join(', ')}: ${shows}. Open until ${formatMoment(new Date(link.expiresAt))}.`}
      shows={shows}
    >
      {!now || !resolved ? (
        <UsageSkeleton />
      ) : resolved.kind === 'query' ? (
        <>
          <SharedChoices state={state} interval={resolved.interval} />
          <LatenessLine {...{ product, now, standing }} interval={resolved.interval} />
          <UsageReport query={resolved.query} {...{ now, state, standing }} readOnly />
        </>
      ) : (
        <MessageCard kind="empty" title="What this link shows is no longer there">
          {resolved.problem.kind === 'billingMonthsDiffer'
            ? `The billing months of its accounts begin on different days. ${describeBillingDays(resolved.problem.days)}`
            : 'KORE does not keep usage of these dates any more.'}
        </MessageCard>
      )}
    </Page>
  )
}

/** What the reader of a link can choose: how it is shown, not what. */
function SharedChoices({ state, interval }: { state: Search<UsageSearch>; interval: Interval }) {
  const { problems, change } = state
  return (
    <>
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
      <Group justify="space-between">
        <Text fw={600}>{formatInterval(interval)} UTC</Text>
        <TimeControl state={state} />
      </Group>
    </>
  )
}

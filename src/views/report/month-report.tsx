import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { ChoiceSelect } from '#components/choice-select.tsx'
import { MessageCard } from '#components/notices/message-card.tsx'
import { SearchProblemsNotice } from '#components/notices/search-problems-notice.tsx'
import { Page } from '#components/page/page.tsx'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { useNow } from '#queries/gateway/use-now.ts'
import { reportSearch } from '#url/report-search.ts'
import { useSearch } from '#url/use-search.ts'
import { PRODUCT_KEYS, PRODUCTS, type Product } from '#usage/kore/products.ts'
import { keptStart } from '#usage/kore/retention.ts'
import { reportMonth } from '#usage/report/report-month.ts'
import type { StandingKind } from '#usage/report/report-standing.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { nameMonth, nameStanding } from '#usage/words/report/report-words.ts'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'
import { useLastingAccount } from '../common/use-lasting-account.ts'
import { MonthControl } from './month-control.tsx'
import classes from './report.module.css'
import { ReportBody } from './report-body.tsx'

/** How far a report can be relied on, and which report that is. */
interface ToldStanding {
  readonly of: string
  readonly kind: StandingKind
}

/** What a month was used and cost, on one page that is made to be printed and mailed. */
export function MonthReport() {
  const state = useSearch(reportSearch)
  const { search, problems, change } = state
  const now = useNow()
  const { chosen } = useChosenAccounts()
  const account = useLastingAccount()
  const month = now && reportMonth(search.month, now)
  const whose = chosen.map(({ name }) => name).join(', ')
  const name = month ? nameMonth(month.interval) : ''
  const asked = `${name} ${search.product} ${search.account}`
  const [told, setTold] = useState<ToldStanding>()
  // What was told of another report says nothing of this one.
  const standing = told?.of === asked ? told.kind : 'loading'
  const onStanding = useCallback((kind: StandingKind) => setTold({ of: asked, kind }), [asked])
  return (
    <Page
      title={month ? `${titleOf(standing)}, ${name}` : 'Report'}
      subtitle={whose}
      shows={whose}
      aside={
        <Button
          variant="default"
          size="xs"
          className={classes.print ?? ''}
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      }
    >
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
      {now && month ? (
        <>
          <p data-print-only>
            {formatInterval(month.interval)} UTC. {window.location.href}
          </p>
          <div className={classes.controls}>
            <MonthControl
              month={month.interval}
              now={now}
              onChange={(chosenMonth) => change({ month: chosenMonth })}
            />
            <ChoiceSelect<Product | 'all'>
              label="Products"
              value={search.product}
              choices={[
                { value: 'all', label: 'All products' },
                ...PRODUCT_KEYS.map((value) => ({ value, label: PRODUCTS[value].name })),
              ]}
              onChange={(product) => change({ product })}
            />
          </div>
          {month.interval.start > now ? (
            <MessageCard kind="empty" title="This month has not begun">
              There is nothing to report yet.
            </MessageCard>
          ) : month.interval.end <= keptStart(now) ? (
            <MessageCard kind="empty" title="Nobody keeps so old a month">
              KORE keeps usage for 18 months; what was read before that is kept here for longer.
            </MessageCard>
          ) : (
            <ReportBody key={asked} {...{ month, chosen, account, now, state, onStanding }} />
          )}
        </>
      ) : (
        <UsageSkeleton />
      )}
    </Page>
  )
}

/** The title says it, too, as the file of a printed report is called by it. */
function titleOf(kind: StandingKind): string {
  return kind === 'loading' ? 'Report' : `${nameStanding({ kind })} report`
}

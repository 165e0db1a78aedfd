import { Anchor, Skeleton, VisuallyHidden } from '@mantine/core'
import { Link } from 'react-router'
import { FindInput } from '#components/find-input.tsx'
import { MessageCard } from '#components/notices/message-card.tsx'
import { Notice } from '#components/notices/notice.tsx'
import { SearchProblemsNotice } from '#components/notices/search-problems-notice.tsx'
import { Page } from '#components/page/page.tsx'
import { RangeControl } from '#components/range/range-control.tsx'
import { useHeldError } from '#queries/again/use-held-error.ts'
import { useNow } from '#queries/gateway/use-now.ts'
import { useSims } from '#queries/sims/use-sims.ts'
import { simPlace } from '#url/product-key.ts'
import { type SimsSearch, simsSearch } from '#url/sims-search.ts'
import { useSearch } from '#url/use-search.ts'
import { billingMonthsOf } from '#usage/kore/billing-days.ts'
import type { Product } from '#usage/kore/products.ts'
import { PRODUCT_KEYS, PRODUCTS, productOfSid } from '#usage/kore/products.ts'
import { retentionStart } from '#usage/kore/retention.ts'
import { alignToBuckets } from '#usage/time/granularity.ts'
import { isBillingRange, resolveRange } from '#usage/time/time-range.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { describeBillingDays } from '#usage/words/limit-words.ts'
import { formatRange } from '#usage/words/range-names.ts'
import { AccountFailures } from '../common/account-failures.tsx'
import { ErrorCard } from '../common/error-card.tsx'
import { SkippedNotice } from '../common/skipped-notice.tsx'
import { idsOf, useChosenAccounts } from '../common/use-chosen-accounts.ts'
import { FoundSims } from './found-sims.tsx'
import classes from './sim-list.module.css'

/** All SIMs of both products, found by any of their identifiers, with what they used. */
export function SimList() {
  const state = useSearch(simsSearch)
  const { search, problems, change } = state
  const now = useNow()
  const { known, chosen } = useChosenAccounts()
  const products = productsOf(search)
  const list = useSims(idsOf(chosen), products)
  const billingMonths = billingMonthsOf(chosen, products)
  const isOfDifferent = isBillingRange(search.range) && billingMonths.kind === 'differ'
  const { pages, count, skipped, complete, failures, fetching, retry } = list
  const failed = useHeldError(fetching ? undefined : failures[0]?.error, fetching)
  const error = pages === undefined ? failed : undefined
  const kind = search.product === 'all' ? 'SIMs' : PRODUCTS[search.product].simsName
  return (
    <Page
      title="SIMs"
      subtitle={
        pages
          ? complete
            ? `${formatCount(count)} ${kind}`
            : `Loading: ${formatCount(count)} ${kind} so far; KORE does not say how many there are`
          : ' '
      }
      shows={formatRange(search.range)}
    >
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
      <div className={classes.row}>
        {now && (
          <RangeControl
            range={search.range}
            interval={alignToBuckets(resolveRange(search.range, now, billingMonths), 'day')}
            undated={isOfDifferent}
            oldest={retentionStart(now)}
            now={now}
            onChange={(range) => change({ range })}
          />
        )}
        <FindInput
          label="Find a SIM"
          description="By name, SID, ICCID or status"
          value={search.find}
          onChange={(find) => change({ find }, 'replace')}
          compact
        />
      </div>
      <ElsewhereNotice search={search} />
      {!pages && !error && <ListSkeleton />}
      {error && <ErrorCard error={error} onRetry={retry} retrying={fetching} />}
      {pages && <AccountFailures {...{ known, failures, fetching }} onRetry={retry} />}
      <SkippedNotice skipped={skipped} />
      {pages &&
        now &&
        (isOfDifferent ? (
          <DifferentMonths
            days={billingMonths.days}
            onChange={() => change({ range: { kind: 'thisMonth' } })}
          />
        ) : complete && count + skipped === 0 ? (
          <MessageCard kind="empty" title="There are no SIMs">
            SIMs that are registered to the account appear here.
          </MessageCard>
        ) : (
          <FoundSims {...{ list, products, state, now }} accounts={chosen} />
        ))}
    </Page>
  )
}

/** Why nothing is listed: no one period is the billing month of all. */
function DifferentMonths({ days, onChange }: { days: readonly number[]; onChange: () => void }) {
  return (
    <MessageCard
      kind="empty"
      title="Their billing months begin on different days"
      action={{ label: 'Show this month of the calendar', onClick: onChange }}
    >
      {describeBillingDays(days)} Choose one account or one product.
    </MessageCard>
  )
}

function productsOf({ product }: SimsSearch): readonly Product[] {
  return product === 'all' ? PRODUCT_KEYS : [product]
}

/** A SID that belongs to the other product is not looked for in vain. */
function ElsewhereNotice({ search: { find, product, account } }: { search: SimsSearch }) {
  const sid = find.trim()
  const other = productOfSid(sid)
  if (!other || product === 'all' || other === product) return null
  return (
    <Notice
      kind="info"
      label="Other product"
      title={`This SID belongs to ${PRODUCTS[other].name}.`}
    >
      <Anchor component={Link} to={simPlace(sid, account)}>
        Open {sid}
      </Anchor>
    </Notice>
  )
}

function ListSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading SIMs…</VisuallyHidden>
      <Skeleton height={520} radius={12} />
    </div>
  )
}

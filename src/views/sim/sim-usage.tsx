import { Anchor } from '@mantine/core'
import { Suspense } from 'react'
import { Link, Navigate, useLocation, useParams } from 'react-router'
import { MessageCard } from '#components/notices/message-card.tsx'
import { loadLater } from '#components/page/load-later.ts'
import { LoadingPart } from '#components/page/loading-part.tsx'
import { Page } from '#components/page/page.tsx'
import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { useHeldError } from '#queries/again/use-held-error.ts'
import { useNow } from '#queries/gateway/use-now.ts'
import { useBillingMonths } from '#queries/sims/use-billing-months.ts'
import { useSimOfAccounts } from '#queries/sims/use-sims.ts'
import { withAccounts } from '#url/account-key.ts'
import { PATHS } from '#url/paths.ts'
import { simSearch } from '#url/usage-search.ts'
import { useAccount } from '#url/use-account.ts'
import { useSearch } from '#url/use-search.ts'
import type { Product } from '#usage/kore/products.ts'
import { productOfSid } from '#usage/kore/products.ts'
import { ErrorCard } from '../common/error-card.tsx'
import { idsOf, useChosenAccounts } from '../common/use-chosen-accounts.ts'
import { LateExpected } from '../month/late-expected.tsx'
import { LateMonth } from '../month/late-month.tsx'
import { UsageView } from '../usage/usage-view.tsx'

const SimPanels = loadLater(async () => (await import('./sim-panels.tsx')).SimPanels)
const SimSummary = loadLater(async () => (await import('./sim-summary.tsx')).SimSummary)

/** One SIM: what it is, and its usage. */
export function SimUsage() {
  const { sid = '' } = useParams()
  const product = productOfSid(sid)
  if (!product) return <NotASid text={sid} />
  return <KnownSidUsage key={sid} sid={sid} product={product} />
}

function KnownSidUsage({ sid, product }: { sid: string; product: Product }) {
  const now = useNow()
  const { known, chosen } = useChosenAccounts()
  const [word] = useAccount()
  const { pathname, search } = useLocation()
  // Whoever got its address may see another account first than who gave it.
  const asked = idsOf(word ? chosen : known)
  const found = useSimOfAccounts(asked, product, sid)
  const { sim, account, retrying, retry } = found
  const own = known.filter(({ id }) => id === account)
  const { range } = useSearch(simSearch[product]).search
  const billingMonths = useBillingMonths(range, own, product, sid)
  const error = useHeldError(found.error, retrying && sim === undefined)
  if (error) {
    return (
      <Page title="SIM usage" subtitle={sid}>
        <ErrorCard error={error} onRetry={retry} retrying={retrying} />
      </Page>
    )
  }
  if (account === undefined) {
    return (
      <Page title="SIM usage" subtitle={sid}>
        <UsageSkeleton />
      </Page>
    )
  }
  if (!word && account !== chosen[0]?.id) {
    const named = withAccounts(search, [account], true)
    return <Navigate to={{ pathname, search: named }} replace />
  }
  return (
    <UsageView
      codec={simSearch[product]}
      sim={{ sid, account, billingMonths }}
      expected={(asked) => <LateExpected {...asked} />}
      month={(asked) => <LateMonth {...asked} />}
      panels={(asked) => sim && <SimPanels {...asked} sim={sim} />}
      title={sim?.name ?? 'SIM usage'}
      subtitle={sid}
    >
      <Suspense fallback={<LoadingPart height={20} label="Loading how it stands" />}>
        {sim && now && <SimSummary sim={sim} now={now} />}
      </Suspense>
    </UsageView>
  )
}

function NotASid({ text }: { text: string }) {
  return (
    <Page title="SIM usage">
      <MessageCard kind="empty" title="This is not the SID of a SIM">
        <p>
          “{text}” does not have the form of one: DE or HS, and 32 hexadecimal digits. A SIM’s name
          or ICCID can be searched for in the list.
        </p>
        <Anchor component={Link} to={`${PATHS.sims}?find=${encodeURIComponent(text)}`}>
          Search the list of SIMs
        </Anchor>
      </MessageCard>
    </Page>
  )
}

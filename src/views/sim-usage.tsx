import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { MessageCard } from '#components/message-card.tsx'
import { Page } from '#components/page.tsx'
import { simQuery } from '#queries/sims.ts'
import { upstreamErrorOf } from '#upstream/upstream-error.ts'
import { PATHS, productOfSid } from '#url/paths.ts'
import { simSearch } from '#url/usage-search.ts'
import type { Product } from '#usage/limits.ts'
import { ErrorCard } from './error-card.tsx'
import { SimDetails } from './sim-details.tsx'
import { UsageView } from './usage-view.tsx'

/** One SIM: what it is, and its usage. */
export function SimUsage() {
  const { sid = '' } = useParams()
  const product = productOfSid(sid)
  if (!product) return <NotASid text={sid} />
  return <KnownSidUsage key={sid} sid={sid} product={product} />
}

function KnownSidUsage({ sid, product }: { sid: string; product: Product }) {
  const sim = useQuery(simQuery(product, sid))
  if (sim.isError) {
    return (
      <Page title="SIM usage" subtitle={sid}>
        <ErrorCard
          error={upstreamErrorOf(sim.error)}
          onRetry={() => sim.refetch()}
          retrying={sim.isFetching}
        />
      </Page>
    )
  }
  return (
    <UsageView
      codec={simSearch[product]}
      sim={sid}
      title={sim.data?.name ?? 'SIM usage'}
      subtitle={sid}
    >
      <SimDetails sid={sid} product={product} sim={sim.data} />
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

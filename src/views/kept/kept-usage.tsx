import { LoadingPart } from '#components/page/loading-part.tsx'
import '#components/page/dialog.css'
import { Button, Group, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { MessageCard } from '#components/notices/message-card.tsx'
import { Notice } from '#components/notices/notice.tsx'
import { SearchProblemsNotice } from '#components/notices/search-problems-notice.tsx'
import { Page } from '#components/page/page.tsx'
import { Panel } from '#components/page/panel.tsx'
import { upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { useHeldFailure } from '#queries/again/use-held-error.ts'
import type { Account } from '#queries/gateway/about.ts'
import {
  type KeptUsageSummary,
  keptUsageExport,
  useKeptUsage,
  useRemoveKeptUsage,
} from '#queries/gateway/kept-usage.ts'
import { keptSearch } from '#url/kept-search.ts'
import { useSearch } from '#url/use-search.ts'
import { formatMoment } from '#usage/time/moment.ts'
import { formatBytes, formatCount } from '#usage/words/bytes.ts'
import { ErrorCard } from '../common/error-card.tsx'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'
import { describeStoreError } from '../common/view-words.ts'

/** What this installation keeps of the usage of each chosen account, to be taken away or deleted. */
export function KeptUsage() {
  const { chosen } = useChosenAccounts()
  const { problems, change } = useSearch(keptSearch)
  return (
    <Page
      title="History"
      subtitle="Answers of KORE that can no longer change, kept so that nobody asks for them twice"
    >
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
      {chosen.map((account) => (
        <AccountKept key={account.id} account={account} />
      ))}
    </Page>
  )
}

function AccountKept({ account: { id, name } }: { account: Account }) {
  const kept = useKeptUsage(id)
  const error = useHeldFailure(kept)
  if (error) {
    return (
      <ErrorCard
        error={error}
        words={{ title: 'What is kept could not be read', detail: describeStoreError(error) }}
        onRetry={() => kept.refetch()}
        retrying={kept.isFetching}
      />
    )
  }
  if (!kept.data) return <LoadingPart height={180} radius={12} label="Loading" />
  if (kept.data.durable) return <KeptPanel {...kept.data} account={id} name={name} />
  return (
    <MessageCard kind="empty" title="Nothing is kept for good">
      Numbers of the sandbox are made up anew each time and are kept in memory only; or
      KEPT_MEGABYTES is 0.
    </MessageCard>
  )
}

function KeptPanel({
  account,
  name,
  answers,
  bytes,
  firstKeptAt,
  lastKeptAt,
}: KeptUsageSummary & { account: string; name: string }) {
  return (
    <Panel title={`Settled usage, ${name}`}>
      <p>
        {formatCount(answers)} {answers === 1 ? 'answer' : 'answers'}, {formatBytes(bytes)} of JSON
        {firstKeptAt && lastKeptAt
          ? `, kept between ${formatMoment(new Date(firstKeptAt))} and ${formatMoment(new Date(lastKeptAt))}`
          : ''}
        .
      </p>
      <Group gap="sm">
        <Button
          component="a"
          href={keptUsageExport(account)}
          variant="default"
          disabled={answers === 0}
        >
          Download all
        </Button>
        <DeleteKept account={account} answers={answers} />
      </Group>
    </Panel>
  )
}

function DeleteKept({ account, answers }: { account: string; answers: number }) {
  const [opened, { open, close }] = useDisclosure()
  const remove = useRemoveKeptUsage(account)
  return (
    <>
      <Button variant="default" onClick={open} disabled={answers === 0}>
        Delete all
      </Button>
      <Modal opened={opened} onClose={close} title="Delete what is kept?" centered>
        <p>
          Nothing is lost that KORE still has: it is asked for again. What is older than KORE’s 18
          months cannot be had again.
        </p>
        {remove.isError && (
          <Notice
            kind="warning"
            label="Not deleted"
            title={describeStoreError(upstreamErrorOf(remove.error))}
          />
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            Keep it
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate(undefined, { onSuccess: close })}
          >
            Delete {formatCount(answers)} {answers === 1 ? 'answer' : 'answers'}
          </Button>
        </Group>
      </Modal>
    </>
  )
}

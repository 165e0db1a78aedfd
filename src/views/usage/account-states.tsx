import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { Panel } from '#components/page/panel.tsx'
import { type Column, ColumnTable } from '#components/tables/column-table.tsx'
import { type Account, isLinkAccount } from '#queries/gateway/about.ts'
import type { Usage } from '#queries/usage/use-usage.ts'
import { PATHS } from '#url/paths.ts'
import { placeOf } from '#url/product-key.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { formatMoment } from '#usage/time/moment.ts'
import { describeError } from '../common/error-words.ts'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'

/** How each of several accounts stands: when it was read, and what of it is missing. */
export function AccountStates({ usage, query }: { usage: Usage; query: UsageQuery }) {
  const { known } = useChosenAccounts()
  const shown = known.filter(({ id }) => query.accounts.includes(id))
  const columns: readonly Column<Account>[] = [
    {
      key: 'account',
      heading: 'Account',
      cell: ({ id, name }) =>
        isLinkAccount(id) ? (
          name
        ) : (
          <Anchor component={Link} to={placeOf(PATHS.account, query.product, id)} fw={550}>
            {name}
          </Anchor>
        ),
    },
    {
      key: 'asOf',
      heading: 'As of',
      cell: ({ id }) => {
        const readAt = usage.readAtByAccount.get(id)
        return readAt === undefined ? '–' : formatMoment(new Date(readAt))
      },
    },
    { key: 'state', heading: 'State', cell: ({ id }) => stateOf(usage, id) },
  ]
  return (
    <Panel title={`${shown.length} accounts added up`}>
      <ColumnTable
        label="Accounts"
        minWidth={420}
        columns={columns}
        items={shown}
        keyOf={({ id }) => id}
      />
    </Panel>
  )
}

function stateOf({ failures, fetching, answered, requests }: Usage, account: string): string {
  const own = failures.filter((failure) => failure.account === account)
  const [first] = own
  if (first) {
    const parts = own.length === 1 ? 'One part is' : `${own.length} parts are`
    return `${parts} missing: ${describeError(first.error).title}`
  }
  return fetching && answered < requests ? 'Loading' : 'Complete'
}

import { Skeleton } from '@mantine/core'
import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'

const AccountSelect = loadLater(async () => (await import('./account-select.tsx')).AccountSelect)

/** Chooses the account of every view; not shown where there is one only. */
export function AccountPicker() {
  const { known } = useChosenAccounts()
  if (known.length < 2) return null
  return (
    <Suspense fallback={<Skeleton height={61} />}>
      <AccountSelect />
    </Suspense>
  )
}

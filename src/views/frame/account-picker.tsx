import { Skeleton } from '@mantine/core'
import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import { useAbout } from '#queries/gateway/about.ts'
import { namesAccounts } from '#url/account-key.ts'
import { idsOf, useChosenAccounts } from '../common/use-chosen-accounts.ts'

const AccountSelect = loadLater(async () => (await import('./account-select.tsx')).AccountSelect)

/** Chooses the account of every view, or says whose numbers it shows; not where there is one only. */
export function AccountPicker() {
  const { known } = useChosenAccounts()
  const signedIn = useAbout().data?.person !== undefined
  if (known.length === 0 || !namesAccounts(idsOf(known), signedIn)) return null
  return (
    <Suspense fallback={<Skeleton height={30} width={168} />}>
      <AccountSelect />
    </Suspense>
  )
}

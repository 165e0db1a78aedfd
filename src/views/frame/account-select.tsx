import { NativeSelect } from '@mantine/core'
import { useLocation, useNavigate } from 'react-router'
import { ALL_ACCOUNTS } from '#url/account-key.ts'
import { PATHS } from '#url/paths.ts'
import { placeOf } from '#url/product-key.ts'
import { useAccount } from '#url/use-account.ts'
import { useProduct } from '#url/use-product.ts'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'

/** Chooses the account of every view, or all of them together. */
export function AccountSelect() {
  const { known, chosen } = useChosenAccounts()
  const [word, choose] = useAccount()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const product = useProduct()
  const change = (account: string) => {
    // A SIM is of one account: in another there are others to choose from.
    if (pathname.startsWith(`${PATHS.sims}/`)) navigate(placeOf(PATHS.sims, product, account))
    else choose(account)
  }
  return (
    <NativeSelect
      aria-label="Account"
      size="xs"
      w={{ base: '100%', sm: 168 }}
      value={word === ALL_ACCOUNTS || chosen.length > 1 ? word : (chosen[0]?.id ?? '')}
      onChange={(event) => change(event.currentTarget.value)}
      data={[
        ...(chosen.length === 0 ? [{ value: '', label: 'Choose' }] : []),
        ...known.map(({ id, name }) => ({ value: id, label: name })),
        ...(word !== ALL_ACCOUNTS && chosen.length > 1
          ? [{ value: word, label: chosen.map(({ name }) => name).join(' and ') }]
          : []),
        ...(known.length > 1 ? [{ value: ALL_ACCOUNTS, label: 'All accounts' }] : []),
      ]}
    />
  )
}

import { accountSearch } from '#url/usage-search.ts'
import { useProduct } from '#url/use-product.ts'
import { PRODUCTS } from '#usage/products.ts'
import { UsageView } from './usage-view.tsx'
import { useChosenAccounts } from './use-chosen-accounts.ts'

/** Usage of all SIMs of an account, or of all accounts, together. */
export function AccountUsage() {
  const product = useProduct()
  const { known, chosen } = useChosenAccounts()
  const [first] = chosen
  const whose =
    chosen.length > 1
      ? `${chosen.length} accounts`
      : known.length > 1 && first
        ? first.name
        : 'the account'
  return (
    <UsageView
      key={product}
      codec={accountSearch[product]}
      title="Account usage"
      subtitle={`All ${PRODUCTS[product].simsName} of ${whose}`}
    />
  )
}

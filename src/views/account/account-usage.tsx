import { accountSearch } from '#url/usage-search.ts'
import { useProduct } from '#url/use-product.ts'
import { PRODUCTS } from '#usage/kore/products.ts'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'
import { LateExpected } from '../month/late-expected.tsx'
import { LateMonth } from '../month/late-month.tsx'
import { UsageView } from '../usage/usage-view.tsx'

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
      title="Usage"
      expected={(asked) => <LateExpected {...asked} />}
      month={(asked) => <LateMonth {...asked} />}
      subtitle={`All ${PRODUCTS[product].simsName} of ${whose}`}
    />
  )
}

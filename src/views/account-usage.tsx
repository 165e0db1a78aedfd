import { accountSearch } from '#url/usage-search.ts'
import { useProduct } from '#url/use-product.ts'
import { SIMS_NAMES } from '#usage/part-names.ts'
import { UsageView } from './usage-view.tsx'

/** Usage of all SIMs of the account together. */
export function AccountUsage() {
  const product = useProduct()
  return (
    <UsageView
      key={product}
      codec={accountSearch[product]}
      title="Account usage"
      subtitle={`All ${SIMS_NAMES[product]} of the account`}
    />
  )
}

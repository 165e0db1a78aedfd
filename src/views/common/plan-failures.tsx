import { usePlanFailures } from '#queries/sims/use-sims.ts'
import type { Product } from '#usage/kore/products.ts'
import { PRODUCTS } from '#usage/kore/products.ts'
import { describeError } from './error-words.ts'
import { MissingNotice } from './missing-notice.tsx'

/** Says which rate plans or fleets could not be read: no SIM of theirs is without a limit for that. */
export function PlanFailures({
  accounts,
  products,
}: {
  accounts: readonly string[]
  products: readonly Product[]
}) {
  const { failures, retrying, retry } = usePlanFailures(accounts, products)
  const [first] = failures
  const names = [
    ...new Set(failures.map(({ product }) => `${PRODUCTS[product].planName.toLowerCase()}s`)),
  ]
  return (
    <MissingNotice
      label="Missing limits"
      title={`The ${names.join(' and ')} could not be read, so that limits are not known.`}
      action="Load them again"
      errors={failures.map(({ error }) => error)}
      retrying={retrying}
      onRetry={retry}
    >
      {first && <div>{describeError(first.error).title}.</div>}
    </MissingNotice>
  )
}

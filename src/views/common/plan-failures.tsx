import { Button } from '@mantine/core'
import { Notice } from '#components/notices/notice.tsx'
import { usePlanFailures } from '#queries/sims/use-sims.ts'
import type { Product } from '#usage/kore/products.ts'
import { PRODUCTS } from '#usage/kore/products.ts'
import { describeError } from './error-words.ts'

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
  if (!first) return null
  const names = [
    ...new Set(failures.map(({ product }) => `${PRODUCTS[product].planName.toLowerCase()}s`)),
  ]
  return (
    <Notice
      kind="warning"
      label="Missing limits"
      title={`The ${names.join(' and ')} could not be read, so that limits are not known.`}
    >
      {describeError(first.error).title}.
      <Button mt={6} size="compact-sm" variant="light" onClick={retry} loading={retrying}>
        Load them again
      </Button>
    </Notice>
  )
}

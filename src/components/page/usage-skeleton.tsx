import { Skeleton, VisuallyHidden } from '@mantine/core'

/** What stands in the place of figures and charts until the first numbers are there. */
export function UsageSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading usage…</VisuallyHidden>
      <Skeleton height={72} radius={12} mb={10} />
      <Skeleton height={360} radius={12} mb={20} />
      <Skeleton height={360} radius={12} />
    </div>
  )
}

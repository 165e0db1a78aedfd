import { Button } from '@mantine/core'
import { Notice } from '#components/notices/notice.tsx'
import type { ComparedUsage } from '#queries/usage/use-comparison.ts'
import { RETENTION_MONTHS } from '#usage/kore/retention.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { describeError } from '../common/error-words.ts'

/** Why there is nothing, or not all, to compare a range with. */
export function ComparisonNotice({ earlier }: { earlier: ComparedUsage }) {
  const { query, usage, lost } = earlier
  if (!query) {
    return (
      <Notice kind="info" label="Comparison" title="There is nothing to compare with.">
        No day of this range has the same date in the earlier month: 31 October is in no September.
        The previous period can be compared.
      </Notice>
    )
  }
  const period = formatInterval(query.interval)
  const [failure] = usage.failures
  if (failure) {
    return (
      <Notice
        kind="warning"
        label="Comparison"
        title={`Not all of ${period} could be loaded to compare with: ${describeError(failure.error).title}.`}
      >
        <Button
          mt={6}
          size="compact-sm"
          variant="light"
          onClick={usage.retry}
          loading={usage.fetching}
        >
          Load it again
        </Button>
      </Notice>
    )
  }
  if (lost) {
    return (
      <Notice kind="info" label="Comparison" title={`There is nothing to compare with ${period}.`}>
        KORE keeps usage for {RETENTION_MONTHS} months, and that is longer ago.
      </Notice>
    )
  }
  return null
}

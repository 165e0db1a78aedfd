import { Notice } from '#components/notices/notice.tsx'
import type { ComparedUsage } from '#queries/usage/use-comparison.ts'
import { RETENTION_MONTHS } from '#usage/kore/retention.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { describeError } from '../common/error-words.ts'
import { MissingNotice } from '../common/missing-notice.tsx'

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
  const errors = usage.failures.map(({ error }) => error)
  const [error] = errors
  if (lost) {
    return (
      <Notice kind="info" label="Comparison" title={`There is nothing to compare with ${period}.`}>
        KORE keeps usage for {RETENTION_MONTHS} months, and that is longer ago.
      </Notice>
    )
  }
  return (
    <MissingNotice
      label="Comparison"
      title={`Not all of ${period} could be loaded to compare with${error ? `: ${describeError(error).title}` : ''}.`}
      action="Load it again"
      errors={errors}
      retrying={usage.fetching}
      onRetry={usage.retry}
    />
  )
}

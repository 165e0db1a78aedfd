import { AsOf } from '#components/notices/as-of.tsx'
import { Notice } from '#components/notices/notice.tsx'
import type { ReportStanding } from '#usage/report/report-standing.ts'
import { describeStanding } from '#usage/words/report/report-words.ts'

/** How far a report can be relied on, before all else of it, on paper, too. */
export function StandingNotice({
  standing,
  now,
  fetching,
  retry,
}: {
  standing: ReportStanding
  now: Date
  fetching: boolean
  retry: () => void
}) {
  const { title, detail } = describeStanding(standing, now)
  const isFinal = standing.kind === 'final'
  return (
    <Notice
      kind={isFinal ? 'good' : standing.kind === 'loading' ? 'info' : 'warning'}
      label="How final this report is"
      title={title}
    >
      {detail} {!isFinal && <AsOf readAt={standing.asOf} busy={fetching} onRefresh={retry} />}
    </Notice>
  )
}

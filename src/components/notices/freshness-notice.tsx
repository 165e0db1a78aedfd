import type { RangeFreshness } from '#usage/kore/freshness.ts'
import { describeFreshness } from '#usage/words/freshness-words.ts'
import { Notice } from './notice.tsx'

/** The data-delay warning of a range: whether it is final, and if not, when it will be. */
export function FreshnessNotice({ freshness, now }: { freshness: RangeFreshness; now: Date }) {
  const { title, detail } = describeFreshness(freshness, now)
  return (
    <Notice
      kind={freshness.state === 'final' ? 'good' : 'warning'}
      title={title}
      label="Data delay"
    >
      {detail}
    </Notice>
  )
}

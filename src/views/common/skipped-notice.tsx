import { Notice } from '#components/notices/notice.tsx'
import { formatCount } from '#usage/words/bytes.ts'

/** How many SIMs of a list could not be read, and are not in it. */
export function SkippedNotice({ skipped }: { skipped: number }) {
  if (skipped === 0) return null
  return (
    <Notice
      kind="warning"
      label="Unreadable SIMs"
      title={`${skipped === 1 ? 'One SIM' : `${formatCount(skipped)} SIMs`} could not be read, and ${skipped === 1 ? 'is' : 'are'} not in this list.`}
    />
  )
}

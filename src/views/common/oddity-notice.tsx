import { Notice } from '#components/notices/notice.tsx'
import type { Oddity } from '#usage/question/oddity.ts'
import { describeOddities } from '#usage/words/oddity-words.ts'

/** What was odd in KORE's answers and has been read all the same. */
export function OddityNotice({ oddities }: { oddities: readonly Oddity[] }) {
  const sentences = describeOddities(oddities)
  if (sentences.length === 0) return null
  return (
    <Notice kind="info" label="Odd answer" title="Something in KORE’s answers was odd.">
      {sentences.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </Notice>
  )
}

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Notice } from '#components/notices/notice.tsx'
import { describeWork } from '#usage/words/estimate-words.ts'

/** Says what something will take that is not begun unasked. */
export function AskFirstNotice({
  title,
  requests,
  onBegin,
  children,
}: {
  title: string
  requests: number
  onBegin: () => void
  children?: ReactNode
}) {
  return (
    <Notice kind="info" label="Before it begins" title={title}>
      <div>It takes {describeWork(requests)}.</div>
      {children}
      <Button mt={6} size="compact-sm" variant="light" onClick={onBegin}>
        Begin
      </Button>
    </Notice>
  )
}

import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import { useFirstUse } from '#components/use-first-use.ts'
import { CopyLinkButton, type CopyLinkProps } from './copy-link-button.tsx'

const load = () => import('./link-popover.tsx')
const LinkPopover = loadLater(async () => (await load()).LinkPopover)

/** Hands on the address of what is shown; how is loaded when it is first wanted. */
export function CopyLink(props: CopyLinkProps) {
  const { used, handlers } = useFirstUse(load)
  const button = <CopyLinkButton {...handlers} />
  if (!used) return button
  return (
    <Suspense fallback={button}>
      <LinkPopover {...props} />
    </Suspense>
  )
}

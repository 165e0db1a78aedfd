import { Button } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import type { ButtonHandlers } from '#components/use-first-use.ts'
import type { ShareableAddress } from './shareable-address.ts'

export interface CopyLinkProps {
  readonly title: string
  readonly living: ShareableAddress
  readonly pinned: ShareableAddress | undefined
}

/** Opens the addresses of what is shown. */
export function CopyLinkButton(handlers: ButtonHandlers) {
  return (
    <Button
      {...handlers}
      variant="default"
      size="xs"
      leftSection={<IconLink size={16} aria-hidden />}
      aria-haspopup="dialog"
    >
      Share
    </Button>
  )
}

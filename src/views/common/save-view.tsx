import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBookmark } from '@tabler/icons-react'
import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import classes from './save-view.module.css'
import type { ShareableAddress } from './shareable-address.ts'

const SaveViewDialog = loadLater(
  async () => (await import('./save-view-dialog.tsx')).SaveViewDialog,
)

/** Opens the dialog that gives what is shown a name. */
export function SaveView(addresses: {
  living: ShareableAddress
  /** The same with its dates held; undefined where they are. */
  pinned: ShareableAddress | undefined
}) {
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconBookmark size={16} aria-hidden />}
        aria-haspopup="dialog"
        classNames={{ section: classes.icon }}
        onClick={open}
      >
        <span className={classes.words}>Save view</span>
      </Button>
      {opened && (
        <Suspense>
          <SaveViewDialog {...addresses} onClose={close} />
        </Suspense>
      )}
    </>
  )
}

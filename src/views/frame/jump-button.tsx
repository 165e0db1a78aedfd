import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import classes from './jump-button.module.css'

const JumpBox = loadLater(async () => (await import('./jump-box.tsx')).JumpBox)

/** Opens the box that goes anywhere; so does Ctrl K, or ⌘ K. */
export function JumpButton() {
  const [opened, { open, close }] = useDisclosure()
  useHotkeys([['mod+K', open]], [])
  return (
    <>
      <button
        type="button"
        className={classes.box}
        aria-label="Go to"
        title="Go to a SIM, a fleet, a network or a view (Ctrl K)"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
      >
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <span className={classes.words}>Search SIMs, fleets, views</span>
        <kbd className={classes.words}>Ctrl K</kbd>
      </button>
      {opened && (
        <Suspense>
          <JumpBox onClose={close} />
        </Suspense>
      )}
    </>
  )
}

import { VisuallyHidden } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, Suspense, useState } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import classes from './jump-button.module.css'

const JumpBox = loadLater(async () => (await import('./jump-box.tsx')).JumpBox)

/** Opens the box that goes anywhere; so does Ctrl K, or ⌘ K. */
export function JumpButton() {
  const [opened, { open, close }] = useDisclosure()
  const [text, setText] = useState('')
  const [early, setEarly] = useState<{ waits: boolean; entered?: string }>({ waits: false })
  const begin = () => {
    if (opened) return
    setText('')
    setEarly({ waits: true })
    open()
  }
  useHotkeys([['mod+K', begin]], [])
  return (
    <>
      <button
        type="button"
        className={classes.box}
        aria-label="Go to"
        title="Go to a SIM, a fleet, a network or a view (Ctrl K)"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={begin}
      >
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <span className={classes.words}>Search SIMs, fleets, views</span>
        <kbd className={classes.words}>Ctrl K</kbd>
      </button>
      {opened && early.waits && (
        <EarlyInput
          text={text}
          onType={setText}
          onEnter={() => setEarly({ waits: true, entered: text })}
          onClose={close}
        />
      )}
      {opened && (
        <Suspense>
          <JumpBox
            text={text}
            entered={early.entered}
            onType={setText}
            onThere={() => setEarly({ ...early, waits: false })}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  )
}

/** Takes what is typed before the box is there and has the focus. */
function EarlyInput({
  text,
  onType,
  onEnter,
  onClose,
}: {
  text: string
  onType: (text: string) => void
  onEnter: () => void
  onClose: () => void
}) {
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') onEnter()
    if (key === 'Escape') onClose()
  }
  return (
    <VisuallyHidden>
      <input
        aria-label="SIM, fleet, network or saved view"
        ref={focus}
        value={text}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={onKeyDown}
      />
    </VisuallyHidden>
  )
}

function focus(input: HTMLInputElement | null): void {
  input?.focus()
}

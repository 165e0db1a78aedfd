import { Popover } from '@mantine/core'
import { useRef } from 'react'
import { useOpenedOnceThere } from '#components/use-first-use.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { MoreButton } from './more-button.tsx'
import { MoreChoices } from './more-choices.tsx'

/** Opens what is not chosen every day. */
export function MorePopover({ state }: { state: Search<UsageSearch> }) {
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useOpenedOnceThere(() => button.current?.focus())
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      width="max-content"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <MoreButton ref={button} search={state.search} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown aria-label="More choices" maw="calc(100vw - 16px)">
        <MoreChoices state={state} />
      </Popover.Dropdown>
    </Popover>
  )
}

import { Button, Popover, Text, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { useOpenedOnceThere } from '#components/use-first-use.ts'
import classes from './copy-link.module.css'
import { CopyLinkButton, type CopyLinkProps } from './copy-link-button.tsx'
import { MakeLink } from './make-link.tsx'
import type { ShareableAddress } from './shareable-address.ts'

/** The address of what is shown, to be handed on: as it lives, or with its dates held. */
export function LinkPopover({ title, living, pinned }: CopyLinkProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useOpenedOnceThere(() => button.current?.focus())
  const [making, setMaking] = useState(false)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      onClose={() => setMaking(false)}
      position="bottom-end"
      // Whatever the window's height, its end is reached by scrolling within it.
      middlewares={{ size: { padding: 8 } }}
      shadow="md"
      width={380}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <CopyLinkButton ref={button} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label="Copy a link">
        {making ? (
          <MakeLink {...{ title, living, pinned }} />
        ) : (
          <>
            <LinkToCopy
              label={pinned ? 'Living link' : 'Link'}
              copyLabel="Copy link"
              address={living}
            />
            {pinned && (
              <LinkToCopy
                label="Link with fixed dates"
                copyLabel="Copy link with fixed dates"
                address={pinned}
              />
            )}
            <Text className={classes.hint}>
              Whoever opens it needs access to this dashboard and to the accounts that it shows.
              What is not final yet may have grown by then.
            </Text>
            <div className={classes.hint}>
              <Button size="xs" variant="default" onClick={() => setMaking(true)}>
                Link for people without access
              </Button>
            </div>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function LinkToCopy({
  label,
  copyLabel,
  address,
}: {
  label: string
  copyLabel: string
  address: ShareableAddress
}) {
  const { pathname } = useLocation()
  const { copy, copied, error } = useClipboard({ timeout: 4000 })
  const link = `${window.location.origin}${pathname}${address.search ? `?${address.search}` : ''}`
  return (
    <div className={classes.link}>
      <Button fullWidth size="xs" variant="light" onClick={() => copy(link)}>
        {copied ? 'Copied' : copyLabel}
      </Button>
      <TextInput
        label={label}
        description={address.dates}
        mt={6}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        // A page that is not served from this computer or over TLS may not write to the clipboard.
        error={error ? 'The browser does not let this page copy. Select the link and copy it.' : ''}
      />
    </div>
  )
}

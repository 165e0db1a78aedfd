import { Button, Popover, Text, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'react-router'
import classes from './copy-link.module.css'
import { MakeLink } from './make-link.tsx'
import type { ShareableAddress } from './save-view.tsx'

/** The address of what is shown, to be handed on: as it lives, or with its dates held. */
export function CopyLink({
  title,
  living,
  pinned,
}: {
  title: string
  living: ShareableAddress
  pinned: ShareableAddress | undefined
}) {
  const [making, setMaking] = useState(false)
  return (
    <Popover
      onClose={() => setMaking(false)}
      position="bottom-end"
      shadow="md"
      width={360}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button variant="default" leftSection={<IconLink size={16} aria-hidden />}>
          Copy link
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Copy a link">
        <LinkToCopy label={pinned ? 'Living link' : 'Link'} address={living} />
        {pinned && <LinkToCopy label="Link with fixed dates" address={pinned} />}
        <Text className={classes.hint}>
          Whoever opens it needs access to this dashboard, and sees the account that it shows to
          them. What is not final yet may have grown by then.
        </Text>
        <div className={classes.hint}>
          {making ? (
            <MakeLink {...{ title, living, pinned }} />
          ) : (
            <Button size="xs" variant="default" onClick={() => setMaking(true)}>
              Link for people without access
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function LinkToCopy({ label, address }: { label: string; address: ShareableAddress }) {
  const { pathname } = useLocation()
  const { copy, copied, error } = useClipboard({ timeout: 4000 })
  const link = `${window.location.origin}${pathname}${address.search ? `?${address.search}` : ''}`
  return (
    <div className={classes.link}>
      <TextInput
        label={label}
        description={address.dates}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        // A page that is not served from this computer or over TLS may not write to the clipboard.
        error={error ? 'The browser does not let this page copy. Select the link and copy it.' : ''}
      />
      <Button size="xs" variant="light" mt={6} onClick={() => copy(link)}>
        {copied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  )
}

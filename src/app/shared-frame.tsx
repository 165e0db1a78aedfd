import { Anchor, Badge, Group } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { createQueryClient } from '#queries/query-client.ts'
import { PATHS } from '#url/paths.ts'
import { SharedView } from '#views/shared/shared-view.tsx'
import { ColorSchemeButton } from './color-scheme-button.tsx'
import classes from './page-frame.module.css'

/** What stands around a read-only link: no way to anything but the help. */
export function SharedFrame() {
  const { token = '' } = useParams()
  return <FrameOfLink key={token} token={token} />
}

function FrameOfLink({ token }: { token: string }) {
  const [queryClient] = useState(() => createQueryClient(token))
  return (
    <QueryClientProvider client={queryClient}>
      <header className={classes.sharedHeader}>
        <span className={classes.brand}>
          <img src="/icon.svg" alt="" width={26} height={26} />
          Roamboard
        </span>
        <Group gap="sm" wrap="nowrap">
          <Badge variant="outline" color="gray" radius="sm" tt="none">
            Read-only
          </Badge>
          <Anchor component={Link} to={PATHS.help}>
            Help
          </Anchor>
          <ColorSchemeButton />
        </Group>
      </header>
      <main className={classes.sharedMain}>
        <SharedView />
      </main>
    </QueryClientProvider>
  )
}

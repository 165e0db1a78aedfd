import { ActionIcon, Button, Popover, Text } from '@mantine/core'
import { IconLogout, IconUser } from '@tabler/icons-react'
import { useSignedOutElsewhere, useSignOut } from '#queries/gateway/session.ts'
import { PATHS } from '#url/paths.ts'
import { UNVERIFIED_EMAIL } from '#usage/words/unverified-email.ts'

/** A new page, so that nothing of what was shown stays in this one. */
const leave = () => window.location.assign(PATHS.signedOut)

/** Who has signed in, and the way out. */
export function SessionMenu({ who, emailVerified }: { who: string; emailVerified: boolean }) {
  const signOut = useSignOut()
  useSignedOutElsewhere(leave)
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Your session">
          <IconUser size={18} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Your session">
        <Text size="sm" mb="xs">
          Signed in as {who}
        </Text>
        {!emailVerified && (
          <Text size="sm" mb="xs" maw={280}>
            {UNVERIFIED_EMAIL}
          </Text>
        )}
        {signOut.isError && (
          <Text role="alert" size="sm" mb="xs">
            That did not work. Try again.
          </Text>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLogout size={16} aria-hidden />}
          loading={signOut.isPending}
          onClick={() => signOut.mutate(undefined, { onSuccess: leave })}
        >
          Sign out
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

import { Button, Title } from '@mantine/core'
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './message-card.module.css'

/** Stands where content would be: what happened and what to do about it. */
export function MessageCard({
  kind,
  title,
  children,
  action,
  below,
}: {
  kind: 'error' | 'empty'
  title: string
  children: ReactNode
  action?: { readonly label: string; readonly onClick: () => void; readonly busy?: boolean }
  /** A remark on the action, below it. */
  below?: ReactNode
}) {
  const Icon = kind === 'error' ? IconAlertTriangle : IconInbox
  return (
    <section className={classes.card} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon size={28} stroke={1.5} aria-hidden className={classes.icon} data-kind={kind} />
      <Title order={2} className={classes.title}>
        {title}
      </Title>
      <div className={classes.text}>{children}</div>
      {action && (
        <Button variant="light" onClick={action.onClick} loading={action.busy ?? false}>
          {action.label}
        </Button>
      )}
      {below && <div className={classes.below}>{below}</div>}
    </section>
  )
}

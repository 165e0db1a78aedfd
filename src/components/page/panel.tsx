import { Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './panel.module.css'

/** A titled section of a page. */
export function Panel({
  title,
  aside,
  controls,
  busy = false,
  compact = false,
  id,
  children,
}: {
  title: string
  aside?: ReactNode
  /** Choices of its own, beside its title. */
  controls?: ReactNode
  /** Whether what it shows is about to be replaced. */
  busy?: boolean
  /** Whether its head is as low as it can be, as what it shows is to be in sight. */
  compact?: boolean
  id?: string
  children: ReactNode
}) {
  const titleId = useId()
  return (
    <section
      className={classes.panel}
      aria-labelledby={titleId}
      aria-busy={busy}
      data-busy={busy}
      data-compact={compact}
      {...(id ? { id } : {})}
    >
      <div className={classes.head}>
        <Title order={2} id={titleId} className={classes.title}>
          {title}
        </Title>
        {controls && <div className={classes.controls}>{controls}</div>}
        {aside}
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  )
}

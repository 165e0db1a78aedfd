import { Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './panel.module.css'

/** A titled section of a page. */
export function Panel({
  title,
  aside,
  busy = false,
  children,
}: {
  title: string
  aside?: ReactNode
  /** Whether what it shows is about to be replaced. */
  busy?: boolean
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={classes.panel} aria-labelledby={id} aria-busy={busy} data-busy={busy}>
      <div className={classes.head}>
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        {aside}
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  )
}

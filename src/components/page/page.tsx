import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './page.module.css'

/** A view's page: its title in the tab and on top, what belongs beside it, and its sections. */
export function Page({
  title,
  subtitle,
  shows,
  aside,
  children,
}: {
  title: string
  subtitle?: ReactNode
  /** What of it is shown, for the tab and for whoever is sent the link. */
  shows?: string | undefined
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={classes.page}>
      <title>{`${shows ? `${title}, ${shows}` : title} · Roamboard`}</title>
      {shows && <meta name="description" content={`${title}: ${shows}`} />}
      <header className={classes.head}>
        <div className={classes.names}>
          <Title order={1} className={classes.title} title={title}>
            {title}
          </Title>
          {subtitle && (
            <div
              className={classes.subtitle}
              {...(typeof subtitle === 'string' ? { title: subtitle } : {})}
            >
              {subtitle}
            </div>
          )}
        </div>
        {aside}
      </header>
      {children}
    </div>
  )
}

import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './page.module.css'

/** A view's page: its title in the tab and on top, what belongs beside it, and its sections. */
export function Page({
  title,
  subtitle,
  aside,
  children,
}: {
  title: string
  subtitle?: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={classes.page}>
      <title>{`${title} · Roamboard`}</title>
      <header className={classes.head}>
        <div>
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        {aside}
      </header>
      {children}
    </div>
  )
}

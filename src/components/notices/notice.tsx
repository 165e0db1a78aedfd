import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './notice.module.css'

const ICONS = { warning: IconAlertTriangle, info: IconInfoCircle, good: IconCircleCheck }

/** A short remark about what is shown, with its own sign beside its colour. */
export function Notice({
  kind,
  title,
  label,
  children,
}: {
  kind: keyof typeof ICONS
  title: string
  /** What the remark is about, for those who come to it out of context. */
  label: string
  children?: ReactNode
}) {
  const Icon = ICONS[kind]
  return (
    <div className={classes.notice} data-kind={kind} role="note" aria-label={label}>
      <Icon size={18} stroke={1.8} aria-hidden className={classes.icon} />
      <div>
        <strong>{title}</strong>
        {children && <div className={classes.detail}>{children}</div>}
      </div>
    </div>
  )
}

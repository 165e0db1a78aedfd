import {
  IconAlertTriangle,
  IconChevronDown,
  IconCircleCheck,
  IconInfoCircle,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './detail-line.module.css'

const ICONS = { warning: IconAlertTriangle, info: IconInfoCircle, good: IconCircleCheck }

/** A remark in one line, with its own sign beside its colour, and in full for who opens it. */
export function DetailLine({
  kind,
  line,
  aside,
  children,
}: {
  kind: keyof typeof ICONS
  line: string
  /** What stands at the line's end. */
  aside?: ReactNode
  children: ReactNode
}) {
  const Icon = ICONS[kind]
  return (
    <div className={classes.line}>
      <details className={classes.details}>
        <summary className={classes.summary} data-kind={kind} title={line}>
          <Icon size={16} stroke={1.8} aria-hidden className={classes.icon} />
          <span className={classes.words}>{line}</span>
          <IconChevronDown size={14} aria-hidden className={classes.opens} />
        </summary>
        <div className={classes.full}>{children}</div>
      </details>
      {aside}
    </div>
  )
}

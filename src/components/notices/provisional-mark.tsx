import type { ReactNode } from 'react'
import classes from './provisional-mark.module.css'

/** Stands beside a number that can still change, with the hatching that its bars have. */
export function ProvisionalMark({ children }: { children: ReactNode }) {
  return <span className={classes.mark}>{children}</span>
}

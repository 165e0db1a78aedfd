import type { ReactNode } from 'react'
import { ProvisionalMark } from '../notices/provisional-mark.tsx'
import classes from './usage-figures.module.css'

/** Figures side by side, each with its name. */
export function Figures({ busy = false, children }: { busy?: boolean; children: ReactNode }) {
  return (
    <dl className={classes.figures} aria-busy={busy} data-busy={busy}>
      {children}
    </dl>
  )
}

/** One figure; one that is not final says so. */
export function Figure({
  name,
  mark,
  large = false,
  wide = large,
  beneath,
  children,
}: {
  name: string
  mark?: string | undefined
  large?: boolean
  wide?: boolean
  /** What stands under the value. */
  beneath?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={classes.figure} data-large={large} data-wide={wide}>
      <dt>{name}</dt>
      <dd>
        <span className={classes.value}>{children}</span>
        {beneath}
        {mark && <ProvisionalMark>{mark}</ProvisionalMark>}
      </dd>
    </div>
  )
}

/** What stands beside a figure, in small. */
export function Beside({ children }: { children: ReactNode }) {
  return <small className={classes.beside}>{children}</small>
}

import type { ReactNode } from 'react'
import { ProvisionalMark } from '../notices/provisional-mark.tsx'
import { type Tab, Tabs } from '../tabs.tsx'
import classes from './figure-row.module.css'

/** A figure that can choose what a chart shows. */
export interface FigureTab<T extends string> {
  readonly value: T
  readonly name: string
  /** Why it is not final, or not all there. */
  readonly mark: string | undefined
  readonly amount: ReactNode
  /** What stands below it, in small. */
  readonly beside?: ReactNode
}

/** Figures in one row: tabs that choose what the chart shows, and what is told beside them. */
export function FigureRow<T extends string>({
  label,
  figures,
  value,
  controls,
  busy,
  onChange,
  children,
}: {
  label: string
  figures: readonly FigureTab<T>[]
  value: T
  /** The id of the chart. */
  controls: string
  busy: boolean
  onChange: (value: T) => void
  /** Figures that choose nothing. */
  children?: ReactNode
}) {
  return (
    <div className={classes.row} aria-busy={busy} data-busy={busy}>
      <Tabs
        label={label}
        value={value}
        controls={controls}
        classNames={{ list: classes.tabs, tab: classes.figure }}
        onChange={onChange}
        tabs={figures.map(
          (figure): Tab<T> => ({ value: figure.value, content: <FigureContent {...figure} /> }),
        )}
      />
      {children}
    </div>
  )
}

/** A figure of a row that chooses nothing. */
export function InfoFigure(figure: Omit<FigureTab<string>, 'value'>) {
  return (
    <div className={classes.figure} data-figure>
      <FigureContent {...figure} />
    </div>
  )
}

/** A figure of a row that opens what it is made of. */
export function OpeningFigure({
  opened,
  onClick,
  ...figure
}: Omit<FigureTab<string>, 'value'> & { opened: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      className={classes.figure}
      aria-pressed={opened}
      data-figure
      data-printed
      onClick={onClick}
    >
      <FigureContent {...figure} />
    </button>
  )
}

function FigureContent({ name, mark, amount, beside }: Omit<FigureTab<string>, 'value'>) {
  return (
    <>
      <span className={classes.name} title={mark}>
        <span>{name}</span>
        {mark && <ProvisionalMark>{mark}</ProvisionalMark>}
      </span>{' '}
      <span className={classes.value}>{amount}</span>{' '}
      <span className={classes.beside}>{beside}</span>
    </>
  )
}

import { lineDash } from '../line-dash.ts'
import { partColor } from '../part-color.ts'
import classes from './part-swatch.module.css'

/** The colour of a part, beside its name. */
export function PartSwatch({ index, partKey }: { index: number; partKey: string }) {
  return (
    <span
      className={classes.swatch}
      style={{ backgroundColor: partColor(index, partKey) }}
      aria-hidden
    />
  )
}

/** The line of a part, beside its name. */
export function LineSwatch({ index, partKey }: { index: number; partKey: string }) {
  return (
    <svg width={30} height={10} className={classes.lineSwatch} aria-hidden>
      <line
        x1={0}
        x2={30}
        y1={5}
        y2={5}
        stroke={partColor(index, partKey)}
        strokeWidth={2}
        strokeDasharray={lineDash(index)}
      />
    </svg>
  )
}

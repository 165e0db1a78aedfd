import { partColor } from './part-color.ts'
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

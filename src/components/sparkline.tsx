import classes from './sparkline.module.css'

const WIDTH = 96
const HEIGHT = 20

/** A trend as a small line: no axis, no number, the shape alone. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const most = Math.max(...values, 1)
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0
  const points = values.map((value, index) => {
    const height = HEIGHT - 1 - (value / most) * (HEIGHT - 2)
    return `${(index * step).toFixed(1)},${height.toFixed(1)}`
  })
  return (
    <svg
      className={classes.line}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d={`M${points.join('L')}`} />
    </svg>
  )
}

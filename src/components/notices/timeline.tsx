import type { Segment } from '#usage/kore/timeline.ts'
import { formatSegment } from '#usage/time/moment.ts'
import classes from './timeline.module.css'

/** A range as a bar whose segments are as long as they last, and in words below it. */
export function Timeline<S extends string>({
  title,
  segments,
  names,
}: {
  title: string
  segments: readonly Segment<S>[]
  names: Readonly<Record<S, string>>
}) {
  return (
    <section aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      <div className={classes.bar} aria-hidden>
        {segments.map(({ start, end, state }) => (
          <span
            key={state}
            className={classes.segment}
            data-state={state}
            style={{ flexGrow: end.getTime() - start.getTime() }}
          />
        ))}
      </div>
      <ol className={classes.words}>
        {segments.map((segment) => (
          <li key={segment.state}>
            <span className={classes.swatch} data-state={segment.state} aria-hidden />
            <span>
              <strong>{names[segment.state]}</strong> {formatSegment(segment)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

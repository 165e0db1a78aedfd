import classes from './report.module.css'
import { listUnknown } from './unknown-list.ts'

/** What a report does not know, said before its numbers. */
export function UnknownSection(asked: Parameters<typeof listUnknown>[0]) {
  const unknown = listUnknown(asked)
  return (
    <section aria-labelledby="report-unknown">
      <h2 id="report-unknown" className={classes.productTitle}>
        What is not known
      </h2>
      {unknown.length === 0 ? (
        <p>Nothing: all that is asked for is known.</p>
      ) : (
        <ul className={classes.unknown}>
          {unknown.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

import { RETENTION_MONTHS } from '#usage/kore/retention.ts'
import { LONGEST_VIEW_DAYS } from '#usage/question/longest-view.ts'
import { PRESETS } from '#usage/time/range-presets.ts'
import { LONGEST_RELATIVE } from '#usage/time/time-range.ts'
import { parseTypedRange } from '#usage/time/typed-range.ts'
import { formatRange } from '#usage/words/range-names.ts'
import classes from './help.module.css'
import { RANGE_EXAMPLES } from './range-examples.ts'

/** The ways to say which time is meant. */
export function RangesSection() {
  const { hours, days, weeks, months } = LONGEST_RELATIVE
  return (
    <>
      <p>
        The button with the dates opens all of them. By name: {PRESETS.map(formatRange).join(', ')}.
        In the calendar: the first and the last day, which both count. By the hour: two moments. Or
        typed:
      </p>
      <dl className={classes.terms}>
        {RANGE_EXAMPLES.map((text) => (
          <Example key={text} text={text} />
        ))}
      </dl>
      <p>
        A range that was copied from Grafana can be pasted as it is. What can be read in two ways is
        not taken: <code>30m</code>, which may be minutes, or <code>10/01/2026</code>.
      </p>
      <p>
        All days and hours are of UTC. Weeks of the calendar begin on Monday. Days, weeks and months
        that end now count today; hours count the one that is running. The longest you can type are{' '}
        {hours} hours, {days} days, {weeks} weeks or {months} months.
      </p>
      <p>
        A billing month begins on the day that is set for the account and product (the first, where
        none is), or with the billing period that KORE tells of one Super SIM. “This billing month”
        counts today; “last” ones are whole and end where it begins. Accounts whose billing months
        begin on different days are not added up in one. With such a range the forecast is of the
        billing month.
      </p>
      <p>
        KORE keeps usage for {RETENTION_MONTHS} months. Older usage is shown as far as it was kept
        here, and the page says how much of it is there. Hours are shown for up to{' '}
        {LONGEST_VIEW_DAYS.hour} days, days for up to {LONGEST_VIEW_DAYS.day}; weeks, months and one
        total for any range. A week or month of which the range holds a part alone is marked with a
        star. What KORE does not answer in one request is asked for in several.
      </p>
      <p>
        The buttons beside the dates go to the range before, to the one after, and to a wider one.
        Drag across a chart to zoom in; the browser’s back undoes it. In a link, relative ranges
        stay relative, and the others stay where they are.
      </p>
    </>
  )
}

function Example({ text }: { text: string }) {
  const typed = parseTypedRange(text)
  return (
    <>
      <dt>
        <code>{text}</code>
      </dt>
      <dd>{typed.kind === 'range' && formatRange(typed.range)}</dd>
    </>
  )
}

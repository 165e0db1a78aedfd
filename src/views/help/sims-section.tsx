import { MOST_COMPARED } from '#url/usage-search.ts'
import { FEWEST_DAYS } from '#usage/series/expected-sum.ts'
import { LONGEST_HOUR_GRID_DAYS } from '#usage/series/hour-grid.ts'
import { PAST_DAYS } from '#usage/sims/sim-standing.ts'
import classes from './help.module.css'

/** How to get to one SIM, and what its page tells. */
export function SimsSection() {
  return (
    <>
      <p>
        Press <kbd>Ctrl</kbd> <kbd>K</kbd> (<kbd>⌘</kbd> <kbd>K</kbd>), or the magnifying glass, and
        type or paste any part of:
      </p>
      <ul>
        <li>its name or unique name</li>
        <li>
          its SID: <code>DE…</code> for Programmable Wireless, <code>HS…</code> for Super SIM
        </li>
        <li>its ICCID, the number printed on the card, with spaces or quotes, too</li>
        <li>its status, such as active</li>
      </ul>
      <p>
        Several words must all be found. All of your accounts are searched, and fleets, networks and
        saved views with them. The list of SIMs can be searched in the same way.
      </p>
      <p>The page of one SIM shows beside its usage:</p>
      <dl className={classes.terms}>
        <dt>Hour by hour</dt>
        <dd>
          Up to {LONGEST_HOUR_GRID_DAYS} days, day under day. An hour with nothing in it is either
          silent (nothing can come any more), or nothing was reported yet and it may still arrive.
        </dd>
        <dt>How it stands</dt>
        <dd>
          Its limit in the billing period (Programmable Wireless names none: in the calendar month),
          and the day on which it is expected to be reached, with its odds and a range, made as the
          forecast of a month is, of the SIM’s own days; with fewer than {FEWEST_DAYS} settled days
          since its first use it says that it does not know. A settled day of the range beside the{' '}
          {PAST_DAYS} days before. Which way its data went. The median of its fleet or rate plan.
        </dd>
        <dt>Where it was</dt>
        <dd>Each network, or home, national roaming and each country abroad, with the days.</dd>
        <dt>Data sessions</dt>
        <dd>Of Programmable Wireless, as far back as KORE lists them.</dd>
        <dt>Other SIMs</dt>
        <dd>Up to {MOST_COMPARED} others of the same account on one chart, each a line.</dd>
      </dl>
    </>
  )
}

import { COMPARED_PERIODS, CUT_NAMES, PERIOD_NAMES } from '#usage/question/compared-period.ts'

/** How an earlier period is held against the range. */
export function CompareSection() {
  return (
    <>
      <p>
        A line over the bars shows an earlier period, and the tables say what changed of data and of
        cost, part by part; they can be sorted by it. You can choose:{' '}
        {COMPARED_PERIODS.map((period) => PERIOD_NAMES[period]).join(', ')}.
      </p>
      <p>
        “{CUT_NAMES.settled}” holds days against days only once both are final, and charges once
        both are charged, so that late usage never looks like a fall. “{CUT_NAMES.all}” includes the
        rest, but for charges that are missing.
      </p>
      <p>
        “By weekday” goes back whole weeks (28 or 364 days), so that Mondays stand under Mondays.
        Otherwise each day is held against the same date of the earlier month. A date that does not
        exist there, as 31 October in September, has no counterpart and is left out. Whole calendar
        months are compared as they are, 31 days with 30: “+2.7%, per day −0.6%” says how much more
        it was, and how much less each day.
      </p>
      <p>
        Where a percentage is not of all that it stands beside, it says of what: “(28 of 30 days)”.
        The files that you save say the same. A group keeps the members that are the largest now.
      </p>
      <p>
        “Why”, among the tables below a compared chart, explains the change of what the chart shows
        by country, network, fleet, SIM or account: who makes most of it, who is new, who is gone.
        All members are counted, not the largest alone. A change of cost is told apart into what
        more data makes and what a dearer GB makes. Both are weighed with the mean of the two
        periods, so that together, with the Commands, they are the change to the millionth. Where a
        charge is missing, a cost and its change are not known: that is never a cost of nothing.
      </p>
    </>
  )
}

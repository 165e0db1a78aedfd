import { COMPARED_PERIODS, CUT_NAMES, PERIOD_NAMES } from '#usage/question/compared-period.ts'

/** How an earlier period is held against the range. */
export function CompareSection() {
  return (
    <>
      <p>
        A line over the bars shows an earlier period, and a table says what changed, part by part.
        You can choose: {COMPARED_PERIODS.map((period) => PERIOD_NAMES[period]).join(', ')}.
      </p>
      <p>
        “{CUT_NAMES.settled}” holds days against days only once both are final, and charges once
        both are charged, so that late usage never looks like a fall. “{CUT_NAMES.all}” includes the
        rest.
      </p>
      <p>
        Calendar months are compared with calendar months. A day that has no counterpart, as 31
        October has none in September, is left out. A group keeps the members that are the largest
        now.
      </p>
    </>
  )
}

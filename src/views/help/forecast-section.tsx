import { FEWEST_DAYS, LEVEL_DAYS } from '#usage/series/expected-sum.ts'

/** How the running month is told ahead. */
export function ForecastSection() {
  return (
    <>
      <p>
        “Month: To date and forecast”, under “⋯”, shows the running month of UTC (where the range is
        of billing months, the running one of those) for what you have filtered for; as money where
        KORE tells a cost, else as data.
      </p>
      <ul>
        <li>
          Settled days count as they are. Settled is a day that is final; for money, one that is
          charged in full.
        </li>
        <li>
          Later days are expected to be like their weekday’s median among the last {LEVEL_DAYS}{' '}
          settled days, at the newest level: one that follows each day a little, and a holiday or an
          outlier hardly. A day of which more is already reported counts as that.
        </li>
        <li>
          The range beside it is meant to hold four times in five. It is made of how far such
          forecasts were off before, for as many days ahead, and becomes wider after ranges that did
          not hold. Beside it stands how often such a range has held. Where there are few days to
          try it on, it is wider.
        </li>
        <li>With fewer than {FEWEST_DAYS} settled days there is no forecast.</li>
      </ul>
      <p>
        A budget draws a line, and says on which day it is expected to be reached, and how likely
        that is: “7 in 10” follows from the range, with errors spread like a bell curve. The limits
        of SIMs are told in the same way, by the days of the SIM. The forecast knows nothing of
        holidays, of new SIMs, or of what you plan.
      </p>
    </>
  )
}

import { BASIS_DAYS, FEWEST_DAYS } from '#usage/series/forecast.ts'

/** How the running month is told ahead. */
export function ForecastSection() {
  return (
    <>
      <p>
        “Month: To date and forecast”, under “⋯”, shows the running month of UTC for what you have
        filtered for; as money where KORE tells a cost, else as data.
      </p>
      <ul>
        <li>
          Settled days count as they are. Settled is a day that is final; for money, one that is
          charged in full.
        </li>
        <li>
          Every other day is expected to come to the mean of its weekday among the last {BASIS_DAYS}{' '}
          settled days, or to what is already reported of it, where that is more.
        </li>
        <li>
          The range beside it says how sure that is: four of five months would end within it, if
          days vary around their weekday’s mean as those {BASIS_DAYS} did.
        </li>
        <li>With fewer than {FEWEST_DAYS} settled days there is no forecast.</li>
      </ul>
      <p>
        A budget draws a line, and says on which day it is expected to be reached. The forecast
        knows nothing of holidays, of new SIMs, or of what you plan.
      </p>
    </>
  )
}

import { LARGEST_MEMBERS } from '#usage/series/build-series.ts'
import { HISTORY_DAYS } from '#usage/sims/movers.ts'
import classes from './help.module.css'

/** What stands where. */
export function PagesSection() {
  return (
    <dl className={classes.terms}>
      <dt>Usage</dt>
      <dd>
        All usage of an account, or what you filter for. Of Super SIM it can be stacked by network,
        country, fleet or SIM, and of several accounts by account; the {LARGEST_MEMBERS} largest are
        told apart by what the chart shows, be it data or cost; the others are added up, and the
        table has each of them. A figure chooses what the chart shows. Beside the chart its parts
        stand in a list, largest first: a click shows one alone, another brings all back, and the
        arrow leads on to it, with the range and the filters kept. A click on a bar zooms to it,
        shows its SIMs, or what grew in it; a drag zooms to several. By country there is a map, too;
        those that are too small for it are named below it. Of Programmable Wireless countries are
        told of international roaming only.
      </dd>
      <dt>Accounts</dt>
      <dd>
        Where there are several, one is chosen in the frame, or “All accounts” adds them up and says
        what of each is missing. A fleet and a SIM are of one account; the page of a SIM is found in
        all of them.
      </dd>
      <dt>Top and movers</dt>
      <dd>
        Which SIMs use most, grew or fell most, went silent, were in a country where they had not
        been in the {HISTORY_DAYS} days before, cost most or more than before (each currency apart),
        or have reached their limit or are expected to this month, by their own days; of Super SIM,
        whose days are not known of all at once, they are found by the mean of the newest days, and
        each that is shown is told by its own. The newest settled days are held against as many
        before; days that may still grow are left out. Programmable Wireless SIMs are asked for one
        by one; choose a rate plan where there are thousands.
      </dd>
      <dt>Report</dt>
      <dd>What a month was used and cost, to be printed and mailed, and how final that is.</dd>
      <dt>SIMs</dt>
      <dd>
        Every SIM: what it used in the range and day by day, what it cost, and how much of its limit
        is used this month. Any column sorts. Where KORE does not tell the usage of all SIMs at once
        (Programmable Wireless), the rows in sight are asked for one by one, those of a small fleet
        by themselves, and more at your word. “Silent” counts SIMs without usage in the range once a
        day of it can no longer be added to; until then it is not known.
      </dd>
      <dt>History</dt>
      <dd>
        How much final usage is kept here, so that KORE need not be asked again; to be downloaded or
        deleted. It can outlast what KORE keeps.
      </dd>
    </dl>
  )
}

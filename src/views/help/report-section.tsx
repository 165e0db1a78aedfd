import { MOST_UNASKED } from '#usage/sims/gathering.ts'

/** What the report of a month holds, and when it is final. */
export function ReportSection() {
  return (
    <>
      <p>
        “Report” holds a calendar month of UTC on one page that is made to be printed and mailed:
        its totals, by account, product, home and roaming, rate plan, country, network and fleet,
        what a GB costs, the SIMs that cost most and grew most, those over a limit, those that went
        silent, and each day. Every name leads to the view behind its numbers. “What is not known”
        stands before them.
      </p>
      <ul>
        <li>
          Its title says “Final” once all usage of the month is final and all of it is charged, by
          when the numbers were read; until then it says “Preliminary” and from when on it will be
          final. Where a charge is missing that should be there, it never says so.
        </li>
        <li>
          A month is held against the whole month before and that of a year before; where these are
          longer or shorter, “per day” says what it comes to a day. While the month is running, or
          not settled, its settled days are held against as many days of the others.
        </li>
        <li>
          “Why the cost changed” tells it member by member: what more data makes, and what a dearer
          GB makes. Costs in two currencies stand side by side and are never added up.
        </li>
        <li>
          Single SIMs are told of settled days alone. Of Programmable Wireless, and where KORE does
          not tell the usage of all SIMs at once, they are asked for one by one; what takes more
          than {MOST_UNASKED} requests waits for your word. Rate plans are those that SIMs have
          today.
        </li>
        <li>
          “Export” takes one table away, or all of them: as a workbook with a sheet for each, as CSV
          with a row for each amount, or as JSON. The file says how final it is. “Print” is the
          browser’s own, on A4 or Letter.
        </li>
      </ul>
    </>
  )
}

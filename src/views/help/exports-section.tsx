import classes from './help.module.css'

/** What can be taken away, and how its numbers are to be read. */
export function ExportsSection() {
  return (
    <>
      <p>
        “Export” above a chart saves every period as Excel, CSV or JSON, or copies them for a
        spreadsheet, and saves the chart as PNG or SVG; “Export” above a table and above the list of
        SIMs does the same with its rows. A printed page is always light, leaves out what only a
        screen needs, and has every table with every row.
      </p>
      <p>
        Excel is for people: identifiers are whole, amounts are numbers and times are dates,
        whatever the language of the spreadsheet. CSV and JSON are for programs: UTF-8, commas
        between columns, decimal points, times in ISO 8601. A spreadsheet that opens CSV, or into
        which a table is copied, keeps 15 digits of an ICCID: take Excel for that.
      </p>
      <p>
        Times are UTC, start inclusive and end exclusive. Amounts are whole bytes, Commands, or
        money to the millionth. No name of a SIM is a formula when a spreadsheet opens it: in CSV,
        and when copied, an apostrophe stands before what would be one. The column{' '}
        <code>state</code> says:
      </p>
      <dl className={classes.terms}>
        <dt>
          <code>final</code>
        </dt>
        <dd>It can no longer change.</dd>
        <dt>
          <code>provisional</code>
        </dt>
        <dd>It may still grow.</dd>
        <dt>
          <code>unknown</code>
        </dt>
        <dd>Not read, or not charged yet: there is no number.</dd>
        <dt>
          <code>future</code>
        </dt>
        <dd>It has not begun: there is no number.</dd>
      </dl>
    </>
  )
}

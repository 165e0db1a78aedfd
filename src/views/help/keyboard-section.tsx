import classes from './help.module.css'

/** Keys that do what no button says. */
export function KeyboardSection() {
  return (
    <>
      <dl className={classes.terms}>
        <dt>
          <kbd>Ctrl</kbd> <kbd>K</kbd>, <kbd>⌘</kbd> <kbd>K</kbd>
        </dt>
        <dd>Go to a SIM, fleet, network, saved view or page.</dd>
        <dt>
          <kbd>←</kbd> <kbd>→</kbd> in a chart
        </dt>
        <dd>Move its cursor from bar to bar and read each.</dd>
        <dt>
          <kbd>Enter</kbd> in a chart
        </dt>
        <dd>
          Open what can be done with the bar under the cursor: zoom to it, its SIMs, what grew in
          it.
        </dd>
        <dt>
          <kbd>←</kbd> <kbd>→</kbd> in the figures and above the tables
        </dt>
        <dd>Choose what the chart shows, and which table.</dd>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>Close what is open, or give up a zoom that has begun.</dd>
        <dt>
          <kbd>Tab</kbd> at the top of a page
        </dt>
        <dd>The first stop skips to the content.</dd>
      </dl>
      <p>Tables that are wider than the page scroll with the arrow keys once they are focused.</p>
    </>
  )
}

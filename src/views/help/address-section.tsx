import { PATHS } from '#url/paths.ts'
import { type AddressKey, addressKeys } from './address-keys.ts'
import classes from './help.module.css'

/** An address that shows how keys are written. */
const EXAMPLE = `${PATHS.account}?range=last-30-days&by=day&show=download`

/** What the address of a view is made of. */
export function AddressSection() {
  return (
    <>
      <p>
        The address holds the whole view in words that you can read and change, such as{' '}
        <code>{EXAMPLE}</code>. A key that is left out has its usual value; a word that is not
        understood is named on the page, and what would have been understood with it.
      </p>
      <dl className={classes.terms}>
        {addressKeys().map((key) => (
          <Key key={key.name} of={key} />
        ))}
      </dl>
      <p>
        The pages: account usage at <code>{PATHS.account}</code>, top and movers at{' '}
        <code>{PATHS.movers}</code>, SIMs at <code>{PATHS.sims}</code>, one SIM at{' '}
        <code>{PATHS.sims}/SID</code>, saved views at <code>{PATHS.views}</code>, read-only links at{' '}
        <code>{PATHS.links}</code>, kept usage at <code>{PATHS.kept}</code>. A saved view opens at{' '}
        <code>/v/…</code>, a read-only link at <code>/s/…</code>.
      </p>
    </>
  )
}

function Key({ of: { name, meaning, expected, fallback, pages } }: { of: AddressKey }) {
  return (
    <>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>
        {meaning} <span className={classes.quiet}>Words: {expected}.</span>
        {fallback && ` Without it: ${fallback}.`}{' '}
        <span className={classes.quiet}>({pages.join(', ')})</span>
      </dd>
    </>
  )
}

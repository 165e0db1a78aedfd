import { Link, useLocation } from 'react-router'
import { keptPlace } from '#url/kept-place.ts'
import { PATHS } from '#url/paths.ts'
import { useProduct } from '#url/use-product.ts'
import { PRODUCT_KEYS, PRODUCTS, type Product } from '#usage/kore/products.ts'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'
import classes from './product-switch.module.css'

/** The pages that show one product or the other. */
const OF_EITHER: readonly string[] = [PATHS.account, PATHS.movers, PATHS.sims, PATHS.report]

/** Chooses the product of every page. */
export function ProductSwitch({ onNavigate }: { onNavigate?: () => void }) {
  const { pathname, search } = useLocation()
  const shown = useProduct()
  const ofSim = pathname.startsWith(`${PATHS.sims}/`)
  // The list of SIMs and the report are of both, where nobody says of which.
  const isOfBoth = pathname === PATHS.sims || pathname === PATHS.report
  const ofBoth = isOfBoth && !new URLSearchParams(search).has('product')
  const path = OF_EITHER.includes(pathname) ? pathname : PATHS.account
  return (
    <nav className={classes.products} aria-label="Product">
      {PRODUCT_KEYS.map((product) => (
        <Link
          key={product}
          to={keptPlace({ pathname, search, product: shown }, path, product)}
          className={classes.product}
          aria-current={
            product === shown && !ofBoth && (ofSim || OF_EITHER.includes(pathname))
              ? 'true'
              : undefined
          }
          onClick={onNavigate}
        >
          {PRODUCTS[product].name}
          <RefusalNote product={product} />
        </Link>
      ))}
    </nav>
  )
}

/** Says that no account that is shown has the product, as far as that is known. */
function RefusalNote({ product }: { product: Product }) {
  const { chosen } = useChosenAccounts()
  const refusals = chosen.map(({ refused = [] }) => refused.find((one) => one.product === product))
  if (chosen.length === 0 || !refusals.every(Boolean)) return null
  const whom = chosen.length > 1 ? 'these accounts' : 'this account'
  // What a token says of itself is but a hint: the API has the last word.
  const hint = refusals.every((refusal) => refusal?.reason === 'scope')
  return <small className={classes.note}>{`${hint ? 'May not be' : 'Not'} open to ${whom}`}</small>
}

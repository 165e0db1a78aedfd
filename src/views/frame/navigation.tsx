import { Text } from '@mantine/core'
import {
  IconArchive,
  IconArrowsUpDown,
  IconBookmark,
  IconChartBar,
  IconDeviceSim,
  IconHelpCircle,
  IconLink,
} from '@tabler/icons-react'
import { memo } from 'react'
import { Link, useLocation } from 'react-router'
import { PATHS } from '#url/paths.ts'
import { PRODUCT_KEY, placeOf } from '#url/product-key.ts'
import { useAccount } from '#url/use-account.ts'
import { useProduct } from '#url/use-product.ts'
import { PRODUCT_KEYS, PRODUCTS, type Product } from '#usage/kore/products.ts'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'
import { AccountPicker } from './account-picker.tsx'
import classes from './navigation.module.css'

const PLACES = [
  { path: PATHS.account, label: 'Account usage', Icon: IconChartBar },
  { path: PATHS.movers, label: 'Top and movers', Icon: IconArrowsUpDown },
]

const COMMON_PLACES = [
  { path: PATHS.sims, label: 'SIMs', Icon: IconDeviceSim },
  { path: PATHS.views, label: 'Saved views', Icon: IconBookmark },
  { path: PATHS.links, label: 'Read-only links', Icon: IconLink },
  { path: PATHS.kept, label: 'Kept usage', Icon: IconArchive },
  { path: PATHS.help, label: 'Help', Icon: IconHelpCircle },
]

/** The way to every view, product by product. */
export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const { pathname } = useLocation()
  const shown = useProduct()
  const [account] = useAccount()
  return (
    <>
      <div className={classes.account}>
        <AccountPicker />
      </div>
      {PRODUCT_KEYS.map((product) => (
        <section key={product} className={classes.section} aria-label={PRODUCTS[product].name}>
          <Text className={classes.product}>{PRODUCTS[product].name}</Text>
          <RefusalNote product={product} />
          {PLACES.map(({ path, label, Icon }) => (
            <PlaceLink
              key={path}
              to={placeOf(path, product, account)}
              Icon={Icon}
              active={product === shown && pathname.startsWith(path)}
              current={product === shown && pathname === path}
              onClick={onNavigate}
            >
              {label}
            </PlaceLink>
          ))}
        </section>
      ))}
      {COMMON_PLACES.map(({ path, label, Icon }) => (
        <PlaceLink
          key={path}
          to={placeOf(path, PRODUCT_KEY.fallback, account)}
          Icon={Icon}
          active={pathname.startsWith(path)}
          current={pathname === path}
          onClick={onNavigate}
        >
          {label}
        </PlaceLink>
      ))}
    </>
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
  return <Text className={classes.note}>{`${hint ? 'May not be' : 'Not'} open to ${whom}`}</Text>
}

const PlaceLink = memo(function PlaceLink({
  to,
  Icon,
  active,
  current,
  onClick,
  children,
}: {
  to: string
  Icon: typeof IconLink
  /** Whether what is shown is this place, or lies within it. */
  active: boolean
  /** Whether it is this place itself. */
  current: boolean
  onClick: () => void
  children: string
}) {
  return (
    <Link
      to={to}
      className={classes.link}
      data-active={active || undefined}
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
      {children}
    </Link>
  )
})

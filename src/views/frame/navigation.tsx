import {
  IconArchive,
  IconArrowsUpDown,
  IconBookmark,
  IconCalendar,
  IconChartBar,
  IconDeviceSim,
  IconHelpCircle,
  IconLink,
} from '@tabler/icons-react'
import { memo, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { keptPlace } from '#url/kept-place.ts'
import { PATHS } from '#url/paths.ts'
import { useProduct } from '#url/use-product.ts'
import { AccountPicker } from './account-picker.tsx'
import classes from './navigation.module.css'
import { ProductSwitch } from './product-switch.tsx'

interface Place {
  readonly path: string
  readonly label: string
  readonly Icon: typeof IconLink
}

const PLACES: readonly Place[] = [
  { path: PATHS.account, label: 'Usage', Icon: IconChartBar },
  { path: PATHS.movers, label: 'Top and movers', Icon: IconArrowsUpDown },
  { path: PATHS.sims, label: 'SIMs', Icon: IconDeviceSim },
  { path: PATHS.report, label: 'Report', Icon: IconCalendar },
  { path: PATHS.views, label: 'Saved views', Icon: IconBookmark },
]

/** What is set up or read about rather than looked at. */
const SET_UP_PLACES: readonly Place[] = [
  { path: PATHS.links, label: 'Read-only links', Icon: IconLink },
  { path: PATHS.kept, label: 'History', Icon: IconArchive },
  { path: PATHS.help, label: 'Help', Icon: IconHelpCircle },
]

/** The way to every page, with what is shown of this one. */
export function Navigation({ folded, onNavigate }: { folded: boolean; onNavigate: () => void }) {
  const left = useLeftPages()
  return (
    <>
      <div className={classes.small}>
        <ProductSwitch onNavigate={onNavigate} />
        <AccountPicker />
      </div>
      <Places places={PLACES} {...{ left, folded, onNavigate }} />
      <section className={classes.setUp} aria-label="Set up">
        {!folded && <p className={classes.heading}>Set up</p>}
        <Places places={SET_UP_PLACES} {...{ left, folded, onNavigate }} />
      </section>
    </>
  )
}

/** The queries with which pages were left, by their paths. */
function useLeftPages(): ReadonlyMap<string, string> {
  const { pathname, search } = useLocation()
  const [shown, setShown] = useState({ pathname, search })
  const [left, setLeft] = useState<ReadonlyMap<string, string>>(new Map())
  if (shown.pathname !== pathname || shown.search !== search) {
    setShown({ pathname, search })
    setLeft(new Map(left).set(shown.pathname, shown.search))
  }
  return left
}

function Places({
  places,
  left,
  folded,
  onNavigate,
}: {
  places: readonly Place[]
  left: ReadonlyMap<string, string>
  folded: boolean
  onNavigate: () => void
}) {
  const { pathname, search } = useLocation()
  const product = useProduct()
  return places.map(({ path, label, Icon }) => (
    <PlaceLink
      key={path}
      to={keptPlace({ pathname, search, product }, path, product, left.get(path))}
      Icon={Icon}
      active={pathname.startsWith(path)}
      current={pathname === path}
      folded={folded}
      onClick={onNavigate}
    >
      {label}
    </PlaceLink>
  ))
}

const PlaceLink = memo(function PlaceLink({
  to,
  Icon,
  active,
  current,
  folded,
  onClick,
  children,
}: {
  to: string
  Icon: typeof IconLink
  /** Whether what is shown is this place, or lies within it. */
  active: boolean
  /** Whether it is this place itself. */
  current: boolean
  /** Whether its icon alone is to be seen. */
  folded: boolean
  onClick: () => void
  children: string
}) {
  return (
    <Link
      to={to}
      className={classes.link}
      data-active={active || undefined}
      aria-current={current ? 'page' : undefined}
      title={folded ? children : undefined}
      onClick={onClick}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={classes.name}>{children}</span>
    </Link>
  )
})

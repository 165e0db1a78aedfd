import { ActionIcon } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { IconMenu2 } from '@tabler/icons-react'
import { Link, Outlet } from 'react-router'
import { PATHS } from '#url/paths.ts'
import { AccountPicker } from '#views/frame/account-picker.tsx'
import { JumpButton } from '#views/frame/jump-button.tsx'
import { Navigation } from '#views/frame/navigation.tsx'
import { ProductSwitch } from '#views/frame/product-switch.tsx'
import { SessionButton } from '#views/frame/session-button.tsx'
import { SignedOutNotice } from '#views/frame/signed-out-notice.tsx'
import { SourceBadge } from '#views/frame/source-badge.tsx'
import { ColorSchemeButton } from './color-scheme-button.tsx'
import { CrashGuard } from './crash-guard.tsx'
import classes from './page-frame.module.css'
import { ScrollToTop } from './scroll-to-top.ts'

/** What stands around every view: brand, navigation, and what holds for the whole app. */
export function PageFrame() {
  const [opened, { toggle, close }] = useDisclosure()
  const [folded, setFolded] = useLocalStorage({
    key: 'roamboard-navigation-folded',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  return (
    <div data-folded={folded} className={classes.frame}>
      <ScrollToTop />
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <header className={classes.header} data-screen-only>
        <MenuButton
          className={classes.opens}
          name={opened ? 'Close navigation' : 'Open navigation'}
          expanded={opened}
          onClick={toggle}
        />
        <MenuButton
          className={classes.folds}
          name={folded ? 'Unfold navigation' : 'Fold navigation'}
          expanded={!folded}
          onClick={() => setFolded(!folded)}
        />
        <Link to={PATHS.start} className={classes.brand} aria-label="Roamboard, start page">
          <img src="/icon.svg" alt="" width={24} height={24} />
          <span className={classes.brandName}>Roamboard</span>
        </Link>
        <div className={classes.wide}>
          <ProductSwitch />
        </div>
        <div className={classes.end}>
          <JumpButton />
          <div className={classes.wide}>
            <AccountPicker />
          </div>
          <SourceBadge />
          <SessionButton />
          <ColorSchemeButton />
        </div>
      </header>
      <nav className={classes.navigation} aria-label="Main" data-opened={opened} data-screen-only>
        <Navigation folded={folded} onNavigate={close} />
      </nav>
      <main id="content" tabIndex={-1} className={classes.main}>
        <SignedOutNotice />
        <CrashGuard>
          <Outlet />
        </CrashGuard>
      </main>
    </div>
  )
}

function MenuButton({
  className,
  name,
  expanded,
  onClick,
}: {
  className: string | undefined
  name: string
  expanded: boolean
  onClick: () => void
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      className={className ?? ''}
      aria-label={name}
      title={name}
      aria-expanded={expanded}
      onClick={onClick}
    >
      <IconMenu2 size={20} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}

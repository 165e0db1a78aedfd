import { Burger, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Outlet } from 'react-router'
import { PATHS } from '#url/paths.ts'
import { JumpButton } from '#views/frame/jump-button.tsx'
import { Navigation } from '#views/frame/navigation.tsx'
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
  return (
    <>
      <ScrollToTop />
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <header className={classes.header} data-screen-only>
        <Group gap="sm" wrap="nowrap">
          <Burger
            opened={opened}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={opened ? 'Close navigation' : 'Open navigation'}
          />
          <Link to={PATHS.account} className={classes.brand} aria-label="Roamboard, account usage">
            <img src="/icon.svg" alt="" width={26} height={26} />
            <span>Roamboard</span>
          </Link>
        </Group>
        <Group gap="sm" wrap="nowrap">
          <JumpButton />
          <SourceBadge />
          <SessionButton />
          <ColorSchemeButton />
        </Group>
      </header>
      <nav className={classes.navigation} aria-label="Main" data-opened={opened} data-screen-only>
        <Navigation onNavigate={close} />
      </nav>
      <main id="content" tabIndex={-1} className={classes.main}>
        <SignedOutNotice />
        <CrashGuard>
          <Outlet />
        </CrashGuard>
      </main>
    </>
  )
}

import type { ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { useLocation } from 'react-router'
import { CrashPage } from '#views/frame/crash-page.tsx'

/** Shows the crash page in place of what has broken, until the reader goes elsewhere. */
export function CrashGuard({ children }: { children: ReactNode }) {
  const { key } = useLocation()
  return (
    <ErrorBoundary FallbackComponent={CrashPage} resetKeys={[key]}>
      {children}
    </ErrorBoundary>
  )
}

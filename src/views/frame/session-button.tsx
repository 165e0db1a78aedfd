import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import { useAbout } from '#queries/gateway/about.ts'

const SessionMenu = loadLater(async () => (await import('./session-menu.tsx')).SessionMenu)

/** Who has signed in, and the way out; not shown where nobody signs in. */
export function SessionButton() {
  const person = useAbout().data?.person
  if (!person) return null
  return (
    <Suspense>
      <SessionMenu who={person.name || person.email} emailVerified={person.emailVerified} />
    </Suspense>
  )
}

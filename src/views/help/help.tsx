import { useEffect } from 'react'
import { Link, useLocation } from 'react-router'
import { Page } from '#components/page/page.tsx'
import classes from './help.module.css'
import { HELP_SECTIONS } from './help-sections.ts'

/** What a reader needs to know of the numbers, and of the ways to ask for them. */
export function Help() {
  const { search } = useLocation()
  useSectionOfAddress()
  return (
    <Page title="Help" subtitle="What the numbers mean, and the ways to ask for them.">
      <nav aria-label="Sections of the help">
        <ul className={classes.contents}>
          {HELP_SECTIONS.map(({ id, title }) => (
            <li key={id}>
              <Link to={{ search, hash: id }}>{title}</Link>
            </li>
          ))}
        </ul>
      </nav>
      {HELP_SECTIONS.map(({ id, title, Content }) => (
        <section key={id} className={classes.section} aria-labelledby={id}>
          <h2 id={id} tabIndex={-1} className={classes.title}>
            {title}
          </h2>
          <Content />
        </section>
      ))}
    </Page>
  )
}

/**
 * Leads to the section that the address names. The browser looks for it before this page is loaded, and
 * does not find it; and whoever reads with a keyboard or a screen reader goes on from its heading.
 */
function useSectionOfAddress(): void {
  const { hash, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step leads there, to the same section, too
  useEffect(() => {
    const section = HELP_SECTIONS.find(({ id }) => `#${id}` === hash)
    const heading = section && document.getElementById(section.id)
    heading?.scrollIntoView()
    heading?.focus({ preventScroll: true })
  }, [hash, key])
}

import { LINK_DAYS } from '#queries/gateway/shared-links.ts'

/** How a view is kept and passed on. */
export function LinksSection() {
  return (
    <>
      <p>
        The address of a page holds the whole view. “Share” gives it as it lives, with dates that
        move with time, or with its dates held. Whoever opens it needs access to the dashboard.
      </p>
      <p>
        “Save view” gives what you see a name, a description and an owner. Saved views can be found,
        renamed, replaced (save under the same name), copied and deleted, and what was deleted
        brought back at once with “Undo”. One of them can be your start page. Where two people
        change the same view, the slower one is told and keeps what they wrote. Where people sign
        in, a view is changed and deleted by its owner alone; others can open it, and save it as
        their own.
      </p>
      <p>
        A read-only link is for people without access. It shows one view, under a name that you give
        it, for {LINK_DAYS.join(', ')} days, and nothing else. It is shown once, when it is made.
        “Read-only links” lists those that are open, and closes them. Through a link SIMs are named
        by their SIDs; its reader can choose direction, rows and time zone, not what is shown.
        Whoever makes it is told what of the page its reader will not see.
      </p>
    </>
  )
}

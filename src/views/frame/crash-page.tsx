import { MessageCard } from '#components/notices/message-card.tsx'
import { Page } from '#components/page/page.tsx'

/** The last resort: a fault of the dashboard itself. The address still holds the whole view. */
export function CrashPage({ error }: { error: unknown }) {
  return (
    <Page title="Something broke">
      <MessageCard
        kind="error"
        title="The dashboard itself has a fault"
        action={{ label: 'Load the page again', onClick: () => window.location.reload() }}
      >
        {error instanceof Error ? error.message : 'The reason is not known.'} Your view is in the
        address and is not lost.
      </MessageCard>
    </Page>
  )
}

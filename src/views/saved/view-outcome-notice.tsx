import { Button } from '@mantine/core'
import { Notice } from '#components/notices/notice.tsx'
import {
  type SavedView,
  type SavedViewDraft,
  useChangeView,
  useRestoreView,
} from '#queries/gateway/saved-views.ts'

/** What came of a change of a saved view, where there is something to say or to do about it. */
export type ViewOutcome =
  | { readonly kind: 'deleted'; readonly view: SavedView }
  /** Somebody else was faster: theirs, and what was to be saved. */
  | { readonly kind: 'conflict'; readonly newest: SavedView; readonly draft: SavedViewDraft }
  | { readonly kind: 'changedMeanwhile'; readonly view: SavedView }
  | { readonly kind: 'gone'; readonly name: string }
  | { readonly kind: 'failed'; readonly message: string }

/** Says what came of a change, and offers to undo it or to insist. */
export function ViewOutcomeNotice({
  outcome,
  onOutcome,
}: {
  outcome: ViewOutcome
  onOutcome: (outcome: ViewOutcome | undefined) => void
}) {
  const [restore, change] = [useRestoreView(), useChangeView()]
  switch (outcome.kind) {
    case 'deleted':
      return (
        <Notice kind="info" label="Deleted" title={`“${outcome.view.name}” was deleted.`}>
          <Button
            mt={6}
            size="compact-sm"
            variant="light"
            onClick={() => restore.mutate(outcome.view, { onSuccess: () => onOutcome(undefined) })}
          >
            Undo
          </Button>
        </Notice>
      )
    case 'conflict':
      return (
        <Notice
          kind="warning"
          label="Conflict"
          title={`Somebody else has changed “${outcome.newest.name}” meanwhile. Theirs is kept.`}
        >
          <p>
            Yours was: “{outcome.draft.name}”, {outcome.draft.description || 'no description'},{' '}
            {outcome.draft.owner || 'no owner'}.
          </p>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() =>
              change.mutate(
                { view: outcome.newest, draft: outcome.draft },
                { onSuccess: () => onOutcome(undefined) },
              )
            }
          >
            Save yours over it
          </Button>
        </Notice>
      )
    case 'changedMeanwhile':
      return (
        <Notice
          kind="warning"
          label="Conflict"
          title={`Somebody else has changed “${outcome.view.name}” meanwhile, so it was not deleted.`}
        >
          Look at it again; it can be deleted still.
        </Notice>
      )
    case 'gone':
      return (
        <Notice
          kind="warning"
          label="Conflict"
          title={`Somebody else has deleted “${outcome.name}” meanwhile.`}
        />
      )
    case 'failed':
      return <Notice kind="warning" label="Not saved" title={outcome.message} />
  }
}

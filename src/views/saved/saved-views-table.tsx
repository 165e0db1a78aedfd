import '#components/page/dialog.css'
import '@mantine/core/styles/Tooltip.layer.css'
import { ActionIcon, Anchor, Group, Modal, Tooltip } from '@mantine/core'
import { IconCopy, IconHome, IconPencil, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { type Column, ColumnTable } from '#components/tables/column-table.tsx'
import { ViewForm, type ViewTexts } from '#components/view-form.tsx'
import { upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { useAbout } from '#queries/gateway/about.ts'
import {
  type SavedView,
  useAddView,
  useChangeView,
  useRemoveView,
  useStartWithView,
} from '#queries/gateway/saved-views.ts'
import { PATHS } from '#url/paths.ts'
import { parseViewAddress } from '#url/view-address.ts'
import { formatMoment } from '#usage/time/moment.ts'
import { describeAddress, describeDates, describeStoreError } from '../common/view-words.ts'
import classes from './saved-views-table.module.css'
import type { ViewOutcome } from './view-outcome-notice.tsx'

type OnOutcome = (outcome: ViewOutcome | undefined) => void

/** Saved views, and what can be done with each. */
export function SavedViewsTable({
  views,
  onOutcome,
}: {
  views: readonly SavedView[]
  onOutcome: OnOutcome
}) {
  const columns: readonly Column<SavedView>[] = [
    { key: 'name', heading: 'Name', cell: (view) => <ViewName view={view} /> },
    { key: 'shows', heading: 'Shows', cell: (view) => <ShownByView view={view} /> },
    { key: 'owner', heading: 'Owner', cell: ({ owner }) => owner || '–' },
    {
      key: 'changedAt',
      heading: 'Changed',
      cell: ({ changedAt }) => formatMoment(new Date(changedAt)),
    },
    {
      key: 'actions',
      heading: 'Actions',
      cell: (view) => <Actions view={view} onOutcome={onOutcome} />,
    },
  ]
  return (
    <ColumnTable
      label="Saved views"
      minWidth={900}
      columns={columns}
      items={views}
      keyOf={({ id }) => id}
    />
  )
}

function ViewName({ view: { id, name, start, description } }: { view: SavedView }) {
  return (
    <>
      <Anchor component={Link} to={PATHS.view(id)} fw={550}>
        {name}
      </Anchor>
      {start && <span className={classes.start}>Start page</span>}
      {description && <div className={classes.description}>{description}</div>}
    </>
  )
}

function ShownByView({ view: { path, search } }: { view: SavedView }) {
  const { range } = parseViewAddress(path, search)
  return (
    <>
      {describeAddress(path, search)}
      <div className={classes.description}>{describeDates(range)}</div>
    </>
  )
}

function Actions({ view, onOutcome }: { view: SavedView; onOutcome: OnOutcome }) {
  const [editing, setEditing] = useState(false)
  const [add, remove, start] = [useAddView(), useRemoveView(), useStartWithView()]
  const onError = (error: unknown) =>
    onOutcome({ kind: 'failed', message: describeStoreError(upstreamErrorOf(error)) })
  const removed = async () => {
    const sent = await remove.mutateAsync(view)
    if (sent.kind === 'done') onOutcome({ kind: 'deleted', view })
    else if (sent.kind === 'conflict') onOutcome({ kind: 'changedMeanwhile', view: sent.value })
    else onOutcome({ kind: 'gone', name: view.name })
  }
  const { description, owner, path, search } = view
  const copy = { name: `${view.name.slice(0, 93)} (copy)`, description, owner, path, search }
  return (
    <Group gap={4} wrap="nowrap">
      <Action
        label={view.start ? 'No longer the start page' : 'Make it the start page'}
        pressed={view.start}
        onClick={() => start.mutate(view.start ? null : view.id, { onError })}
      >
        <IconHome size={18} stroke={view.start ? 2.4 : 1.6} aria-hidden />
      </Action>
      {view.editable && (
        <Action label="Rename" onClick={() => setEditing(true)}>
          <IconPencil size={18} stroke={1.6} aria-hidden />
        </Action>
      )}
      <Action
        label={view.editable ? 'Duplicate' : 'Save as your own'}
        onClick={() => add.mutate(copy, { onError })}
      >
        <IconCopy size={18} stroke={1.6} aria-hidden />
      </Action>
      {view.editable && (
        <Action label="Delete" onClick={() => removed().catch(onError)}>
          <IconTrash size={18} stroke={1.6} aria-hidden />
        </Action>
      )}
      <Modal opened={editing} onClose={() => setEditing(false)} title="Rename" centered>
        <RenameForm view={view} onDone={() => setEditing(false)} onOutcome={onOutcome} />
      </Modal>
    </Group>
  )
}

function RenameForm({
  view,
  onDone,
  onOutcome,
}: {
  view: SavedView
  onDone: () => void
  onOutcome: OnOutcome
}) {
  // A view that was changed meanwhile must not pass for the one that was opened.
  const [opened] = useState(view)
  const change = useChangeView()
  const { data: about } = useAbout()
  const [problem, setProblem] = useState<string>()
  const save = async (texts: ViewTexts) => {
    const draft = { ...texts, path: opened.path, search: opened.search }
    try {
      const sent = await change.mutateAsync({ view: opened, draft })
      onOutcome(undefined)
      if (sent.kind === 'conflict') onOutcome({ kind: 'conflict', newest: sent.value, draft })
      if (sent.kind === 'gone') onOutcome({ kind: 'gone', name: opened.name })
      onDone()
    } catch (error) {
      setProblem(describeStoreError(upstreamErrorOf(error)))
    }
  }
  return (
    <ViewForm
      owned={about?.person !== undefined}
      texts={opened}
      saveLabel={() => 'Save'}
      busy={change.isPending}
      problem={problem}
      onSave={save}
    />
  )
}

function Action({
  label,
  pressed,
  onClick,
  children,
}: {
  label: string
  pressed?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

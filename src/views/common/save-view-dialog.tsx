import '#components/page/dialog.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import { Checkbox, Modal, Radio } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { Notice } from '#components/notices/notice.tsx'
import linkClasses from '#components/tables/table-link.module.css'
import { useOpenedOnceThere } from '#components/use-first-use.ts'
import { ViewForm, type ViewTexts } from '#components/view-form.tsx'
import { upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { useAbout } from '#queries/gateway/about.ts'
import {
  type SavedView,
  useAddView,
  useChangeView,
  useSavedViews,
  useStartWithView,
} from '#queries/gateway/saved-views.ts'
import { PATHS } from '#url/paths.ts'
import type { ShareableAddress } from './shareable-address.ts'
import { describeStoreError } from './view-words.ts'

/** A view that was saved, and what came of making it the start page where that was wanted. */
interface Saved {
  readonly name: string
  readonly start: string | undefined
}

/** Gives what is shown a name; a name that there is already can be given anew. */
export function SaveViewDialog({
  living,
  pinned,
  onClose,
}: {
  living: ShareableAddress
  pinned: ShareableAddress | undefined
  onClose: () => void
}) {
  // Opened after it is there, it remembers where the focus was.
  const [opened, setOpened] = useOpenedOnceThere(() => undefined)
  const [saved, setSaved] = useState<Saved>()
  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      onExitTransitionEnd={onClose}
      title="Save this view"
      centered
    >
      {saved ? (
        <Notice kind="good" label="Saved" title={`“${saved.name}” is saved.`}>
          {saved.start && <p>{saved.start}</p>}
          <Link to={PATHS.views} className={linkClasses.link}>
            All saved views
          </Link>
        </Notice>
      ) : (
        <SaveForm living={living} pinned={pinned} onSaved={setSaved} />
      )}
    </Modal>
  )
}

function SaveForm({
  living,
  pinned,
  onSaved,
}: {
  living: ShareableAddress
  pinned: ShareableAddress | undefined
  onSaved: (saved: Saved) => void
}) {
  const { pathname } = useLocation()
  const { data: about } = useAbout()
  const { data: views = [] } = useSavedViews()
  const [owner, setOwner] = useLocalStorage({ key: 'roamboard-owner', defaultValue: '' })
  const [dates, setDates] = useState<'living' | 'pinned'>('living')
  const [starts, setStarts] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [add, change, start] = [useAddView(), useChangeView(), useStartWithView()]
  /** A view of this name that is somebody else's stays as it is, beside the new one. */
  const replacedBy = (name: string) => views.find((view) => view.editable && view.name === name)
  /** A view that is saved stays saved, though it may not become the start page. */
  const startWith = async ({ id }: SavedView) => {
    try {
      await start.mutateAsync(id)
      return 'The dashboard opens with it from now on.'
    } catch (error) {
      return `It is not the start page. ${describeStoreError(upstreamErrorOf(error))}`
    }
  }
  const save = async (texts: ViewTexts) => {
    setOwner(texts.owner)
    const { search } = dates === 'pinned' && pinned ? pinned : living
    const draft = { ...texts, path: pathname, search }
    const replaced = replacedBy(texts.name)
    try {
      const sent = await (replaced
        ? change.mutateAsync({ view: replaced, draft })
        : add.mutateAsync(draft))
      if (sent.kind === 'done') {
        const { value } = sent
        onSaved({ name: value.name, start: starts ? await startWith(value) : undefined })
      } else setProblem('Somebody else has changed the view of this name just now. Save once more.')
    } catch (error) {
      setProblem(describeStoreError(upstreamErrorOf(error)))
    }
  }
  return (
    <ViewForm
      owned={about?.person !== undefined}
      texts={{ name: '', description: '', owner }}
      saveLabel={(name) => (replacedBy(name) ? `Replace “${name}”` : 'Save')}
      busy={add.isPending || change.isPending || start.isPending}
      problem={problem}
      onSave={save}
    >
      {pinned && (
        <Radio.Group
          label="Dates"
          mt="sm"
          value={dates}
          onChange={(chosen) => setDates(chosen === 'pinned' ? 'pinned' : 'living')}
        >
          <Radio mt={6} value="living" label={living.dates} />
          <Radio mt={6} value="pinned" label={pinned.dates} />
        </Radio.Group>
      )}
      <Checkbox
        mt="sm"
        label="Make it the start page"
        description={`The dashboard opens with it, for ${about?.person ? 'you' : 'everybody'}`}
        checked={starts}
        onChange={(event) => setStarts(event.currentTarget.checked)}
      />
    </ViewForm>
  )
}

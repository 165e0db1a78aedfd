import { Button, Modal, Radio } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { IconBookmark } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { Notice } from '#components/notice.tsx'
import { ViewForm, type ViewTexts } from '#components/view-form.tsx'
import { aboutQuery } from '#queries/about.ts'
import { type SavedView, savedViewsQuery, useAddView, useChangeView } from '#queries/saved-views.ts'
import { upstreamErrorOf } from '#upstream/upstream-error.ts'
import { PATHS } from '#url/paths.ts'
import { describeStoreError } from './view-words.ts'

/** An address that a view can be saved or shared as. */
export interface ShareableAddress {
  /** The query, without its question mark. */
  readonly search: string
  /** What its dates mean later. */
  readonly dates: string
}

/** Gives what is shown a name; a name that there is already can be given anew. */
export function SaveView({
  living,
  pinned,
}: {
  living: ShareableAddress
  /** The same with its dates held; undefined where they are. */
  pinned: ShareableAddress | undefined
}) {
  const [opened, { open, close }] = useDisclosure()
  const [saved, setSaved] = useState<SavedView>()
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconBookmark size={16} aria-hidden />}
        onClick={() => {
          setSaved(undefined)
          open()
        }}
      >
        Save view
      </Button>
      <Modal opened={opened} onClose={close} title="Save this view" centered>
        {saved ? (
          <Notice kind="good" label="Saved" title={`“${saved.name}” is saved.`}>
            <Link to={PATHS.views}>All saved views</Link>
          </Notice>
        ) : (
          <SaveForm living={living} pinned={pinned} onSaved={setSaved} />
        )}
      </Modal>
    </>
  )
}

function SaveForm({
  living,
  pinned,
  onSaved,
}: {
  living: ShareableAddress
  pinned: ShareableAddress | undefined
  onSaved: (view: SavedView) => void
}) {
  const { pathname } = useLocation()
  const { data: about } = useQuery(aboutQuery)
  const { data: views = [] } = useQuery(savedViewsQuery)
  const [owner, setOwner] = useLocalStorage({ key: 'roamboard-owner', defaultValue: '' })
  const [dates, setDates] = useState<'living' | 'pinned'>('living')
  const [problem, setProblem] = useState<string>()
  const [add, change] = [useAddView(), useChangeView()]
  const replacedBy = (name: string) => views.find((view) => view.name === name)
  const save = async (texts: ViewTexts) => {
    setOwner(texts.owner)
    const { search } = dates === 'pinned' && pinned ? pinned : living
    const draft = { ...texts, path: pathname, search }
    const replaced = replacedBy(texts.name)
    try {
      const sent = await (replaced
        ? change.mutateAsync({ view: replaced, draft })
        : add.mutateAsync(draft))
      if (sent.kind === 'done') onSaved(sent.value)
      else setProblem('Somebody else has changed the view of this name just now. Save once more.')
    } catch (error) {
      setProblem(describeStoreError(upstreamErrorOf(error)))
    }
  }
  return (
    <ViewForm
      owned={about?.person !== undefined}
      texts={{ name: '', description: '', owner }}
      saveLabel={(name) => (replacedBy(name) ? `Replace “${name}”` : 'Save')}
      busy={add.isPending || change.isPending}
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
    </ViewForm>
  )
}

import { Button, NativeSelect, Text, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'react-router'
import linkClasses from '#components/tables/table-link.module.css'
import { upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { LINK_DAYS, useAddSharedLink } from '#queries/gateway/shared-links.ts'
import { PATHS } from '#url/paths.ts'
import classes from './copy-link.module.css'
import type { ShareableAddress } from './shareable-address.ts'
import { unseenByLink } from './unseen-by-link.ts'
import { describeStoreError } from './view-words.ts'

const LIST = new Intl.ListFormat('en')

/** Makes a read-only link to what is shown, for somebody who may not sign in here. */
export function MakeLink({
  title,
  living,
  pinned,
}: {
  /** What the link is called unless somebody says otherwise. */
  title: string
  living: ShareableAddress
  pinned: ShareableAddress | undefined
}) {
  const { pathname } = useLocation()
  const [name, setName] = useState(title)
  const [days, setDays] = useState<(typeof LINK_DAYS)[number]>(7)
  const [dates, setDates] = useState<'living' | 'pinned'>('living')
  const add = useAddSharedLink()
  const field = useFocusedOnceThere()
  const { search } = dates === 'pinned' && pinned ? pinned : living
  const unseen = unseenByLink(pathname, search)
  const make = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ name: name.trim() || title, path: pathname, search, days })
  }
  if (add.data !== undefined) return <MadeLink token={add.data} />
  return (
    <form onSubmit={make}>
      <TextInput
        ref={field}
        label="Name"
        description="Its reader sees it as the title"
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {pinned && (
        <NativeSelect
          label="Dates"
          mt={8}
          value={dates}
          onChange={(event) =>
            setDates(event.currentTarget.value === 'pinned' ? 'pinned' : 'living')
          }
          data={[
            { value: 'living', label: living.dates },
            { value: 'pinned', label: pinned.dates },
          ]}
        />
      )}
      <NativeSelect
        label="Open for"
        mt={8}
        value={String(days)}
        onChange={(event) =>
          setDays(LINK_DAYS.find((one) => String(one) === event.currentTarget.value) ?? days)
        }
        data={LINK_DAYS.map((one) => ({
          value: String(one),
          label: one === 1 ? 'One day' : `${one} days`,
        }))}
      />
      {unseen.length > 0 && (
        <Text className={classes.hint}>Its reader will not see {LIST.format(unseen)}.</Text>
      )}
      {add.isError && (
        <p role="alert" style={{ color: 'var(--mantine-color-error)' }}>
          {describeStoreError(upstreamErrorOf(add.error))}
        </p>
      )}
      <Button type="submit" size="xs" mt={10} loading={add.isPending}>
        Make the link
      </Button>
    </form>
  )
}

function MadeLink({ token }: { token: string }) {
  const { copy, copied } = useClipboard({ timeout: 4000 })
  const link = `${window.location.origin}${PATHS.link(token)}`
  const field = useFocusedOnceThere()
  return (
    <div role="status">
      <TextInput
        ref={field}
        label="Read-only link"
        description="It is shown this once. Whoever has it sees this view and nothing else."
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button size="xs" variant="light" mt={6} onClick={() => copy(link)}>
        {copied ? 'Copied' : 'Copy link'}
      </Button>{' '}
      <Link to={PATHS.links} className={linkClasses.link}>
        All read-only links
      </Link>
    </div>
  )
}

/** The field that takes the place of what had the focus, which would be lost otherwise. */
function useFocusedOnceThere() {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return field
}

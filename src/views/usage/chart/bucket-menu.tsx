import '@mantine/core/styles/Menu.layer.css'
import { Menu } from '@mantine/core'
import { Link } from 'react-router'
import type { PickedBucket } from '#charts/use-zoom.ts'
import classes from './bucket-menu.module.css'
import type { ChartLink } from './chart-links.ts'

/** What can be done with a bar, beside where it was clicked. */
export function BucketMenu({
  picked,
  title,
  links,
  onZoom,
  onClose,
}: {
  picked: PickedBucket
  /** Which bar it is, and what it comes to. */
  title: string
  links: readonly ChartLink[]
  onZoom: () => void
  onClose: () => void
}) {
  return (
    <Menu
      opened
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      shadow="md"
      withInitialFocusPlaceholder={false}
      returnFocus={false}
    >
      <Menu.Target>
        <button
          type="button"
          className={classes.anchor}
          style={{ left: picked.left, top: picked.top }}
          tabIndex={-1}
          aria-label={title}
          data-screen-only
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{title}</Menu.Label>
        <Menu.Item data-autofocus onClick={onZoom}>
          Zoom to it
        </Menu.Item>
        {links.map(({ words, to }) => (
          <Menu.Item key={words} component={Link} to={to}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

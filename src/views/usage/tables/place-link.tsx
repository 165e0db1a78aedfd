import { Anchor } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link } from 'react-router'

/** The name of something, which leads to it where it can be looked at alone. */
export function PlaceLink({ to, name }: { to: string | undefined; name: string }) {
  if (to === undefined) return name
  return (
    <Anchor component={Link} to={to} fz="inherit">
      {name}
    </Anchor>
  )
}

/** The same as an arrow, where the name does something else. */
export function PlaceArrow({ to, name }: { to: string | undefined; name: string }) {
  if (to === undefined) return null
  return (
    <Anchor component={Link} to={to} aria-label={`Go to ${name}`} title={`Go to ${name}`} lh={0}>
      <IconArrowRight size={16} aria-hidden />
    </Anchor>
  )
}

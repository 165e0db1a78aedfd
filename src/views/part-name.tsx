import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { isLinkAccount } from '#queries/about.ts'
import { simPlace } from '#url/product-key.ts'
import type { Member } from '#usage/member.ts'
import { productOfSid } from '#usage/products.ts'
import { useChosenAccounts } from './use-chosen-accounts.ts'

/** The name of a part; that of a SIM leads to it. */
export function PartName({
  member: { account, key: sid },
  name,
}: {
  member: Member
  name: string
}) {
  const { known } = useChosenAccounts()
  // A link opens no SIM.
  if (!productOfSid(sid) || isLinkAccount(account)) return name
  return (
    <Anchor component={Link} to={simPlace(sid, known.length > 1 ? account : '')}>
      {name}
    </Anchor>
  )
}

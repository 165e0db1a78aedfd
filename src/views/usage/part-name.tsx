import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { isLinkAccount } from '#queries/gateway/about.ts'
import { simPlace } from '#url/product-key.ts'
import { productOfSid } from '#usage/kore/products.ts'
import type { Member } from '#usage/question/member.ts'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'

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

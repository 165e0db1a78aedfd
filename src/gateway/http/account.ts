import type { AccountAnswer } from '#contract/about.ts'
import type { AccountConfig, Viewers } from '../config/accounts-config.ts'
import type { Upstream } from '../kore/forward.ts'
import type { Person } from '../sign-in/person.ts'
import type { SettledAnswers } from '../store/settled-answers.ts'

/** An account that is shown here, and the way to it. */
export interface Account
  extends Pick<AccountConfig, 'id' | 'name' | 'viewers' | 'meteringDay' | 'billingDays'> {
  readonly upstream: Upstream
  /** Settled usage that is kept for good; undefined where none is. */
  readonly settled?: SettledAnswers | undefined
}

/** What readers are told of an account. */
export function answerOfAccount({
  id,
  name,
  upstream,
  meteringDay,
  billingDays,
}: Account): AccountAnswer {
  const refused = upstream.refusals()
  return {
    id,
    name,
    mark: upstream.account,
    meteringDay,
    billingDays,
    ...(refused.length > 0 ? { refused } : {}),
  }
}

/** Whether a person may see what these viewers may see: by a group, or by a proven e-mail address. */
export function mayView({ groups, domains }: Viewers, person: Person): boolean {
  if (domains.includes('*') || groups.some((group) => person.groups.includes(group))) return true
  const domain = person.email.split('@').at(-1)?.toLowerCase() ?? ''
  return person.emailVerified && domains.includes(domain)
}

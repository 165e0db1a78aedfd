/** What stands before the token in the id of an account that a link opens, and after it. */
const LINK_MARK = '~'

/** The id by which the reader of a link asks for an account. */
export function linkAccount(token: string, account: string): string {
  return LINK_MARK + token + LINK_MARK + account
}

/** Whether an account is read through a link, which opens nothing but what it shows. */
export function isLinkAccount(id: string): boolean {
  return id.startsWith(LINK_MARK)
}

/** The token in the id of an account that a link opens. */
export function tokenOfLinkAccount(id: string): string | undefined {
  return isLinkAccount(id) ? id.split(LINK_MARK)[1] : undefined
}

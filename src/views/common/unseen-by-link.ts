import { parseViewAddress } from '#url/view-address.ts'
import { parseViewQuestion } from '#url/view-question.ts'

/**
 * What stands on a page and not in a read-only link to it, in words for whoever makes the link.
 *
 * @param path of the page, without its query
 * @param search its query, without the question mark
 */
export function unseenByLink(path: string, search: string): string[] {
  const { month = 'off', with: others = '', group } = parseViewQuestion(path, search)?.search ?? {}
  return [
    ...(parseViewAddress(path, search).kind === 'sim' ? ['what the SIM is and where it was'] : []),
    ...(others ? ['the SIMs that it is compared with'] : []),
    ...(month === 'off' ? [] : ['the running month and its forecast']),
    ...(group === 'sim' ? ['the names of SIMs, which have their SIDs instead'] : []),
  ]
}

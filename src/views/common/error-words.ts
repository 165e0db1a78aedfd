import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { describeKoreCode } from '#usage/words/kore-error-words.ts'

/** What an error means to whoever looks at the page, and what can be done. */
export interface ErrorWords {
  readonly title: string
  readonly detail: string
}

/** Puts an error of the fetch layer into words: those of its code, where it has one that is known. */
export function describeError(error: UpstreamError): ErrorWords {
  const code = 'code' in error ? error.code : undefined
  const known = describeKoreCode(code)
  // KORE's own words name the value that is wrong.
  const said = 'message' in error && error.message ? ` KORE says: “${error.message}”` : ''
  if (known) return { title: known.title, detail: `${known.detail}${said} (error ${code})` }
  switch (error.kind) {
    case 'unauthorised':
      return {
        title: 'KORE did not accept the credentials',
        detail: `${error.message} Whoever runs this dashboard can set them right.`,
      }
    case 'signedOut':
      return {
        title: 'You are signed out',
        detail: 'Sign in again: you come back to this page as it is.',
      }
    case 'refused':
      return {
        title: 'KORE refused the request',
        detail: `${error.message}${error.code ? ` (error ${error.code})` : ` (status ${error.status})`}`,
      }
    case 'productRefused':
      return {
        title: 'This account does not open this product',
        detail: `${error.message} The other product is not affected. Whoever runs this dashboard can ask KORE for access.`,
      }
    case 'notFound':
      return {
        title: 'Not found',
        detail: 'KORE knows nothing at this address in this account. Check the SID.',
      }
    case 'rateLimited':
      return {
        title: 'Too many requests at once',
        detail: `KORE asks to wait${error.retryAfterSeconds ? ` ${error.retryAfterSeconds} s` : ''}; nothing was lost. Try again then.`,
      }
    case 'unavailable':
      return {
        title: 'KORE is not answering properly',
        detail: `${error.message || 'The service has a problem.'} (status ${error.status}) Usage itself is not affected; try again in a while.`,
      }
    case 'unreachable':
      return {
        title: 'No connection',
        detail: 'The dashboard’s server could not be reached. Check the network, then try again.',
      }
    case 'notKept':
      return {
        title: 'Not kept',
        detail: 'KORE no longer has this usage, and it was not kept here.',
      }
    case 'unreadable':
      return {
        title: 'The answer could not be read',
        detail: `KORE’s answer is not what its API promises, so no number of it is shown. ${error.detail}`,
      }
  }
}

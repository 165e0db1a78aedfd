import { SIGN_IN_FAULTS, type SignInFault } from '#usage/words/sign-in-faults.ts'
import { searchCodec } from './search-codec.ts'
import { wordKey } from './search-key.ts'

const REASONS = ['unknown', ...Object.keys(SIGN_IN_FAULTS).filter(isFault)] as const

/** What the page says of a sign-in that failed: `/sign-in-failed?reason=clock`. The gateway leads to it. */
export const signInFailedSearch = searchCodec({
  reason: wordKey<SignInFault | 'unknown'>('reason', REASONS, 'unknown'),
})

function isFault(name: string): name is SignInFault {
  return Object.hasOwn(SIGN_IN_FAULTS, name)
}

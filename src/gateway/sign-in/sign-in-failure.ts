import type { SignInFault } from '#usage/words/sign-in-faults.ts'

/** What an operator can do about each fault. */
const ADVICE = {
  late: 'a sign-in was finished more than twelve hours after it had begun',
  foreign: 'an answer of the provider came without what its browser was given for it',
  denied: 'the provider says that the sign-in was called off or is not allowed',
  used: 'the provider does not take its code: it was used already, is too old, or was given for another PUBLIC_URL',
  refused:
    'the provider does not take what it is asked: see OIDC_SCOPES and the redirect address there',
  client: 'the provider does not accept OIDC_CLIENT_ID with OIDC_CLIENT_SECRET',
  audience: 'the ID token is not for OIDC_CLIENT_ID',
  nonce: 'the ID token was given for another sign-in',
  clock: 'the provider’s clock and this one are more than two minutes apart: set both by NTP',
  issuer: 'the provider calls itself something else than OIDC_ISSUER',
  signature: 'the ID token is not signed with a key that the provider names',
  unreadable: 'the provider’s answer is not what OpenID Connect says: see OIDC_ISSUER',
  faulty: 'the provider answered that it has a fault',
  timeout: 'the provider did not answer in time',
  unreachable:
    'the provider cannot be reached: see OIDC_ISSUER, its name, its certificate, the way there',
  store: 'the store is out of reach (DATABASE_URL, DATA_FOLDER), and sessions with it',
  own: 'the gateway has a fault of its own: report it, with its stack',
} as const satisfies Record<SignInFault, string>

/** Whatever a provider says, a line of the log stays one that can be read. */
const LONGEST_DETAIL = 500

/** Somebody could not sign in, or it cannot be told whether they have. */
export class SignInFailure extends Error {
  override readonly name = 'SignInFailure'
  readonly fault: SignInFault
  /** What was seen, for the log; never a token or a secret. */
  readonly detail: string

  constructor(fault: SignInFault, detail = '', options?: ErrorOptions) {
    super(ADVICE[fault], options)
    this.fault = fault
    this.detail = detail.slice(0, LONGEST_DETAIL)
  }

  /** What the log has of it beside its message. */
  get logged(): Readonly<Record<string, unknown>> {
    const { fault, detail, cause } = this
    return { fault, detail, ...(cause instanceof Error ? { stack: cause.stack } : {}) }
  }
}

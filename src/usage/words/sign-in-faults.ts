/**
 * Why somebody could not sign in, for them; what an operator can do about it stands in the gateway's log
 * (`gateway/sign-in/sign-in-failure.ts`), under the same names.
 */
export const SIGN_IN_FAULTS = {
  late: 'The page of the sign-in was left open for too long. Try once more.',
  foreign:
    'The provider’s answer was not for this browser, or cookies are blocked in it. Try once more.',
  denied:
    'The provider says that signing in was called off, or that this dashboard is not for you.',
  used: 'The provider’s answer has been used already, or came too late. Try once more.',
  refused:
    'The provider does not take what this dashboard asks of it. Tell whoever runs the dashboard.',
  client:
    'The provider does not accept this dashboard: its client id or its secret is wrong. Tell whoever runs the dashboard.',
  audience:
    'The provider’s answer is meant for another application. Tell whoever runs the dashboard.',
  nonce: 'The provider’s answer belongs to another sign-in. Try once more.',
  clock:
    'The clocks of the provider and of this dashboard are too far apart. Tell whoever runs the dashboard.',
  issuer:
    'The provider calls itself something else than this dashboard expects. Tell whoever runs the dashboard.',
  signature:
    'The provider’s answer is not signed with a key of the provider. Tell whoever runs the dashboard.',
  unreadable:
    'The provider’s answer cannot be understood. Try again in a while, or tell whoever runs the dashboard.',
  faulty: 'The sign-in provider has a fault. Try again in a while.',
  timeout: 'The sign-in provider did not answer in time. Try again in a while.',
  unreachable: 'The sign-in provider cannot be reached. Try again in a while.',
  store:
    'The gateway’s store is out of reach, and nobody can sign in without it. Try again in a while.',
  own: 'This dashboard has a fault of its own. Try again in a while, or tell whoever runs it.',
} as const satisfies Record<string, string>

export type SignInFault = keyof typeof SIGN_IN_FAULTS

/** For whoever has signed in with an address that may be somebody else's. */
export const UNVERIFIED_EMAIL =
  'Your provider does not say that your e-mail address is verified, so what is open to its domain is not open to you: verify the address there, then sign in again.'

import { patternKey, type SearchKey } from './search-key.ts'

/** `plan=WP…` or `plan=HF…`: what sets a SIM's limit; empty for every SIM. */
export const PLAN_KEY: SearchKey<string> = {
  ...patternKey(
    'plan',
    /^(WP|HF)[0-9a-fA-F]{32}$/,
    'the SID of a rate plan or a fleet: WP or HF, and 32 digits',
  ),
  ofOneAccount: true,
}

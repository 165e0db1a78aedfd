import { patternKey, type SearchKey } from './search-key.ts'

/** A SID or a unique name. A full stop behind it is the end of a sentence that it was written in. */
const NAME = /^[\w.-]{0,63}[\w-]$/

/** `fleet=cameras`; empty for every fleet. */
export const FLEET_KEY: SearchKey<string> = {
  ...patternKey('fleet', NAME, 'a fleet’s SID or unique name'),
  ofOneAccount: true,
}

/** `network=HW…`; empty for every network. The networks are the same for all accounts. */
export const NETWORK_KEY: SearchKey<string> = patternKey(
  'network',
  /^HW[0-9a-fA-F]{32}$/,
  'a network’s SID, HW and 32 digits',
)

/** `country=DE`; empty for every country. */
export const COUNTRY_KEY: SearchKey<string> = patternKey(
  'country',
  /^[A-Z]{2}$/,
  'two capital letters, such as DE',
)

/** `sim=truck-00001`; empty for every SIM. */
export const SIM_KEY: SearchKey<string> = {
  ...patternKey('sim', NAME, 'a SIM’s SID or unique name'),
  ofOneAccount: true,
}

import { patternKey, type SearchKey } from './search-key.ts'

/** How many values one filter takes: each is a question of its own. */
export const MOST_VALUES = 10

/** A SID or a unique name. A full stop behind it is the end of a sentence that it was written in. */
const NAME = '[\\w.-]{0,63}[\\w-]'

/** Values of one form, separated by commas. */
function listOf(value: string): string {
  return `${value}(,${value}){0,${MOST_VALUES - 1}}`
}

/** One by its name, or some by their SIDs: by two names one thing would be counted twice. */
function namedOr(sid: string): RegExp {
  return new RegExp(`^(${NAME}|${listOf(sid)})$`)
}

/** `fleet=cameras`, `fleet=HF…,HF…`; empty for every fleet. */
export const FLEET_KEY: SearchKey<string> = {
  ...patternKey(
    'fleet',
    namedOr('HF[0-9a-fA-F]{32}'),
    'a fleet’s SID or unique name, or some SIDs with commas between them',
  ),
  ofOneAccount: true,
}

/** `network=HW…,HW…`; empty for every network. The networks are the same for all accounts. */
export const NETWORK_KEY: SearchKey<string> = patternKey(
  'network',
  new RegExp(`^${listOf('HW[0-9a-fA-F]{32}')}$`),
  'a network’s SID, HW and 32 digits, or some with commas between them',
)

/** `country=DE,FR`; empty for every country. */
export const COUNTRY_KEY: SearchKey<string> = patternKey(
  'country',
  new RegExp(`^${listOf('[A-Z]{2}')}$`),
  'two capital letters, such as DE, or some with commas between them',
)

/** `sim=truck-00001`, `sim=HS…,HS…`; empty for every SIM. */
export const SIM_KEY: SearchKey<string> = {
  ...patternKey(
    'sim',
    namedOr('HS[0-9a-fA-F]{32}'),
    'a SIM’s SID or unique name, or some SIDs with commas between them',
  ),
  ofOneAccount: true,
}

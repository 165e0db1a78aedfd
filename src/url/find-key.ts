import { type SearchKey, textKey } from './search-key.ts'

/** `find=truck`: what a list is searched for. */
export const FIND_KEY: SearchKey<string> = { ...textKey('find'), ofOneAccount: true }

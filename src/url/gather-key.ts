import { type SearchKey, wordKey } from './search-key.ts'

/** Whether usage that has to be asked for in many requests is: as the page decides, on its reader's word, or held. */
export type Gather = 'auto' | 'on' | 'paused'

/** `gather=paused`: who comes back, or reloads the page, finds it as it was left. */
export const GATHER_KEY: SearchKey<Gather> = {
  ...wordKey<Gather>('gather', ['auto', 'on', 'paused'], 'auto'),
  writtenLast: true,
}

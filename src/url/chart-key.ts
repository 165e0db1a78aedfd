import type { RankedBy } from '#usage/question/ranked-by.ts'
import type { SearchKey } from './search-key.ts'

/** What the one chart of a view shows. `cost` is that in the first currency there is. */
export type Charted = 'data' | 'commands' | 'cost' | `cost-${string}`

/** `chart=cost`, `chart=cost-EUR`, `chart=commands`; silent for data. */
export const CHART_KEY: SearchKey<Charted> = {
  name: 'chart',
  fallback: 'data',
  expected: 'data, commands, cost, or cost and a currency such as cost-EUR',
  takes: /^(data|commands|cost(-[A-Za-z0-9]{1,8})?)$/,
  parse: (word) => {
    if (word === 'data' || word === 'commands' || word === 'cost') return word
    const [, currency] = /^cost-([A-Za-z0-9]{1,8})$/.exec(word) ?? []
    return currency === undefined ? undefined : `cost-${currency}`
  },
  serialize: (charted) => charted,
}

/** What the parts of a chart are ranked by: what it shows. */
export function rankingOf(charted: Charted): RankedBy {
  if (charted === 'data' || charted === 'commands') return charted
  return { currency: charted.slice('cost-'.length) }
}

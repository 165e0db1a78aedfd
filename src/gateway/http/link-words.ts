import { parseViewQuestion } from '#url/view-question.ts'
import { PRODUCTS } from '#usage/kore/products.ts'
import { formatRange } from '#usage/words/range-names.ts'
import { nameSims } from '#usage/words/sim-names.ts'
import type { KeptLink } from '../store/shared-links.ts'
import type { PageLink } from './page.ts'

/** What is told of a link to whoever is shown its address, such as in a chat. */
export function wordsOfLink({ name, path, search }: KeptLink): NonNullable<PageLink['words']> {
  const view = parseViewQuestion(path, search)
  const { product, range } = view?.search ?? {}
  const sim = view?.question.filter.sim
  const shown = [
    ...(product ? [PRODUCTS[product].name] : []),
    ...(range ? [formatRange(range)] : []),
  ]
  return {
    title: `${name} · Roamboard`,
    description: `${[sim ? `Usage of ${nameSims(sim)}` : 'Usage of SIMs', ...shown].join(', ')}. Read-only.`,
  }
}

import { useLocation, useSearchParams } from 'react-router'
import type { Product } from '#usage/kore/products.ts'
import { productOfSid } from '#usage/kore/products.ts'
import { PATHS } from './paths.ts'
import { PRODUCT_KEY } from './product-key.ts'
import { readKey } from './search-key.ts'

/** The product that the address is about: that of the SID in its path, else the one that it names. */
export function useProduct(): Product {
  const { pathname } = useLocation()
  const [parameters] = useSearchParams()
  const [, sid = ''] = pathname.split(`${PATHS.sims}/`)
  return productOfSid(sid) ?? readKey(parameters, PRODUCT_KEY)
}

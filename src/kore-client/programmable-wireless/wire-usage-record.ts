import * as z from 'zod/mini'
import { bytesInUnit, toBytes } from '../data-units.ts'
import { moment, money, wholeNumber } from '../wire-values.ts'

const count = z.nullish(wholeNumber)

/** An amount in a unit that stands beside it: of MB there are halves, of bytes there are not. */
const amount = z.nullish(z.union([z.number(), z.string()]))

const chargeShape = {
  units: z.nullish(z.string()),
  billed: z.nullish(money),
  billing_units: z.nullish(z.string()),
}

const countryShape = {
  country_code: z.nullish(z.string()),
  iso_country: z.nullish(z.string()),
  country: z.nullish(z.string()),
}

const commandsLeaf = { ...chargeShape, total: count, to_sim: count, from_sim: count }

const commandsTree = z.object({
  ...commandsLeaf,
  home: z.nullish(z.object(commandsLeaf)),
  national_roaming: z.nullish(z.object(commandsLeaf)),
  international_roaming: z.nullish(z.array(z.object({ ...commandsLeaf, ...countryShape }))),
})

const dataLeaf = { ...chargeShape, total: amount, upload: amount, download: amount }

const dataTree = z.pipe(
  z.object({
    ...dataLeaf,
    home: z.nullish(z.object(dataLeaf)),
    national_roaming: z.nullish(z.object(dataLeaf)),
    international_roaming: z.nullish(z.array(z.object({ ...dataLeaf, ...countryShape }))),
  }),
  z.transform((tree, context) => {
    const { home, national_roaming: national, international_roaming: abroad } = tree
    const complain: Complain = (path, input, message) =>
      context.issues.push({ code: 'custom', path: [...path], input, message })
    const inBytes = <T extends DataLeaf>(leaf: T, ...path: Path) =>
      leafInBytes({ ...leaf, units: leaf.units ?? tree.units }, path, complain)
    return {
      ...inBytes(tree),
      home: home && inBytes(home, 'home'),
      national_roaming: national && inBytes(national, 'national_roaming'),
      international_roaming: abroad?.map((element, index) =>
        inBytes(element, 'international_roaming', index),
      ),
    }
  }),
)

type DataLeaf = z.infer<z.ZodMiniObject<typeof dataLeaf>>
type Path = readonly (string | number)[]
type Complain = (path: Path, input: unknown, message: string) => void

/** A leaf in bytes, whatever unit it was told in; what cannot be brought to bytes is refused by name. */
function leafInBytes<T extends DataLeaf>(leaf: T, path: Path, complain: Complain) {
  const bytesInOne = bytesInUnit(leaf.units)
  if (bytesInOne === undefined) {
    complain([...path, 'units'], leaf.units, `"${leaf.units}" is not a unit of data that is known`)
  }
  const bytesOf = (key: 'total' | 'upload' | 'download') => {
    const value = leaf[key]
    if (value === null || value === undefined) return undefined
    const isNumber = typeof value === 'number' || value.trim() !== ''
    const bytes = isNumber ? toBytes(Number(value), bytesInOne ?? 1) : undefined
    if (bytes !== undefined) return bytes
    const message = `${value} is not a number of bytes that can be counted exactly`
    if (bytesInOne !== undefined) complain([...path, key], value, message)
    return undefined
  }
  return {
    ...leaf,
    total: bytesOf('total'),
    upload: bytesOf('upload'),
    download: bytesOf('download'),
    converted: bytesInOne !== 1,
  }
}

/**
 * A usage record as Programmable Wireless sends it: a tree, whose `commands`, `data` and even
 * `period` may be `{}` (API examples), and whose empty branches are `null` and `[]`. Its data is
 * brought to bytes.
 */
export const wireUsageRecord = z.object({
  period: z.nullish(z.object({ start: z.optional(moment), end: z.optional(moment) })),
  data: z.nullish(dataTree),
  commands: z.nullish(commandsTree),
})

export type WireUsageRecord = z.infer<typeof wireUsageRecord>
export type WireTree = NonNullable<WireUsageRecord['data'] | WireUsageRecord['commands']>

/** What tells the records of one request apart; a record without a period counts for nothing. */
export function identityOfUsageRecord({ period }: WireUsageRecord): string | undefined {
  return period?.start?.toISOString()
}

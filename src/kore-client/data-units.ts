/**
 * Bytes in each unit that an amount of data may be told in. KORE's own limits count a MB as 10^6 bytes,
 * and so do these; what ends in `iB` is binary by its name. `Mb` is missing on purpose: those are bits.
 */
const BYTES_IN = new Map(
  Object.entries({
    bytes: 1,
    B: 1,
    KB: 1e3,
    kB: 1e3,
    kb: 1e3,
    MB: 1e6,
    mb: 1e6,
    GB: 1e9,
    gb: 1e9,
    TB: 1e12,
    tb: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
  }),
)

/** How many bytes a unit of KORE's is; bytes where it names none. @returns undefined for another word */
export function bytesInUnit(units: string | null | undefined): number | undefined {
  const word = units?.trim() || 'bytes'
  return BYTES_IN.get(/^bytes?$/i.test(word) ? 'bytes' : word)
}

/** An amount of a unit in whole bytes; undefined where it is none that can be counted exactly. */
export function toBytes(amount: number, bytesInOne: number): number | undefined {
  const bytes = bytesInOne === 1 ? amount : Math.round(amount * bytesInOne)
  return Number.isSafeInteger(bytes) ? bytes : undefined
}

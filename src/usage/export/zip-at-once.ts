import { type Zippable, zipSync } from 'fflate'

/**
 * Stands for fflate's `zip` in what is built: that compresses what is large in a worker made of a blob, which
 * the page's content policy does not let run.
 */
export function zip(
  files: Zippable,
  done: (error: Error | null, archive: Uint8Array) => void,
): void {
  done(null, zipSync(files))
}

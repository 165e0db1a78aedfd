import { readFileSync, statSync } from 'node:fs'

/** Everybody but the owner. */
const OTHERS = 0o077

/**
 * Reads a file that holds secrets.
 *
 * @throws Error where it cannot be read, or others than its owner may use it
 */
export function readSecretFile(path: string): string {
  const { mode } = statSync(path)
  // Windows has no such modes and tells 666 of every file.
  if (process.platform !== 'win32' && mode & OTHERS) {
    const shown = (mode & 0o777).toString(8)
    throw new Error(`${path} can be used by others than its owner (${shown}): chmod 600 it`)
  }
  return readFileSync(path, 'utf8')
}

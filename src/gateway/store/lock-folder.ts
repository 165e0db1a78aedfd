import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { lock } from 'proper-lockfile'

/** A lock that nobody has renewed for as long is that of somebody who is dead. */
export const STALE_MILLISECONDS = 10_000

/**
 * Takes a folder for this gateway alone, and makes it where it does not exist. The embedded database
 * does not guard its files against a second process, and both would ruin them. The lock is renewed for as
 * long as the gateway lives, so that it means something to gateways in other containers, too, who see no
 * process of this one.
 *
 * @param onLost is told when another has the folder after all, or it is gone: nothing may be written any more
 * @returns gives the folder back
 * @throws Error that says that another gateway has it
 */
export async function lockFolder(
  folder: string,
  onLost: () => void,
  stale = STALE_MILLISECONDS,
): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    return await lock(folder, {
      lockfilePath: join(folder, 'lock'),
      stale,
      update: stale / 5,
      onCompromised: onLost,
    })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error
    throw new Error(
      `The folder ${folder} is used by another gateway. End that one, and this one goes on by itself; or set DATA_FOLDER to another.`,
    )
  }
}

import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const PATIENCE_MILLISECONDS = 15_000
const BETWEEN_TRIES_MILLISECONDS = 50

/**
 * Takes a folder for this process alone, for as long as it lives. The embedded database does not guard
 * its files against a second process, and both would ruin them. A process that has just lost its
 * gateway is waited for.
 *
 * @throws Error that names the process which has the folder and does not end
 */
export async function lockFolder(folder: string): Promise<void> {
  const file = join(folder, 'process')
  const own = `${file}.${process.pid}`
  const until = Date.now() + PATIENCE_MILLISECONDS
  await writeFile(own, String(process.pid))
  try {
    while (!(await take(own, file))) {
      const holder = await holderOf(file)
      if (!isAlive(holder)) await rm(file, { force: true })
      else if (Date.now() > until) {
        throw new Error(
          `The folder ${folder} is used by process ${holder}. Set DATA_FOLDER to another, or end it.`,
        )
      }
      await wait(BETWEEN_TRIES_MILLISECONDS)
    }
  } finally {
    await rm(own, { force: true })
  }
}

/** Puts this process's name on the folder. A link is made whole or not at all. */
async function take(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file)
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
  // Two that found the same holder dead may each have removed the other's name.
  await wait(BETWEEN_TRIES_MILLISECONDS)
  return (await holderOf(file)) === process.pid
}

async function holderOf(file: string): Promise<number> {
  return Number(await readFile(file, 'utf8').catch(() => ''))
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}

function isAlive(processId: number): boolean {
  if (!processId || processId === process.pid) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

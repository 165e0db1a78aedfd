import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const DEBIAN_FOLDER = '/usr/lib/postgresql'

/** The programs of the newest Postgres server of this machine; undefined where there is none. */
export const POSTGRES_PROGRAMS = existsSync(DEBIAN_FOLDER)
  ? readdirSync(DEBIAN_FOLDER)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(DEBIAN_FOLDER, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'postgres')))
  : undefined

/** A Postgres server of this machine, on a socket in a folder of its own, with an empty database. */
export async function startPostgres(
  programs: string,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'roamboard-postgres-'))
  const owner = notRoot()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const options = { stdio: 'ignore', ...owner } as const
  const data = join(folder, 'data')
  const initialize = ['-D', data, '-U', 'roamboard', '--auth=trust', '--no-sync']
  execFileSync(join(programs, 'initdb'), initialize, options)
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'],
    options,
  )
  await answering(server, join(programs, 'pg_isready'), folder)
  return {
    url: `postgres://roamboard@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answering(server: ChildProcess, isReady: string, folder: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      execFileSync(isReady, ['-h', folder], { stdio: 'ignore' })
      return
    } catch {
      await wait(100)
    }
  }
  server.kill('SIGKILL')
  throw new Error('Postgres did not start.')
}

/** The server refuses to run as root: then it runs as the user that its package has made. */
function notRoot(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

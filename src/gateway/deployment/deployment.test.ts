import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseConfig as parseSandboxConfig } from '#sandbox/config.ts'
import { parseConfig } from '../config/config.ts'

const read = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8')
const [readme, compose, settings] = [read('README.md'), read('compose.yaml'), read('settings.env')]

/** What the table of settings names in its first column. */
const named = readme
  .split('\n')
  .filter((line) => /^\| `[A-Z]/.test(line))
  .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)])
  .map(([, name = '']) => name)

const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name = '']) => name)

describe('the settings', () => {
  const [gateway = ''] = compose.split('\n  postgres:')

  it('are all handed on by the compose file, and no others', () => {
    expect(named.length).toBeGreaterThan(25)
    const handedOn = namesIn(gateway, /^ {6}([A-Z_]+): /gm)
    expect(handedOn.sort()).toEqual([...named].sort())
  })

  it('are each handed on by their own name', () => {
    const lines = gateway.split('\n').filter((line) => /^ {6}[A-Z_]+: /.test(line))
    for (const line of lines) {
      const [name = '', value = ''] = line.trim().split(/: (.*)/)
      expect([name, value.startsWith(`\${${name}:-`)]).toEqual([name, true])
    }
  })

  it('all stand in the file that is filled in', () => {
    const there = namesIn(settings, /^([A-Z_]+)=/gm)
    expect(there.sort()).toEqual([...named, 'POSTGRES_PASSWORD'].sort())
  })

  it('that are left empty are the defaults', () => {
    const empty = Object.fromEntries(named.map((name) => [name, '']))
    const readSecret = () => ''
    expect(parseConfig(empty, readSecret)).toEqual(parseConfig({}, readSecret))
    expect(parseSandboxConfig([], empty)).toEqual(parseSandboxConfig([], {}))
  })
})

describe('the lines for nginx', () => {
  const isThere = spawnSync('nginx', ['-v']).status === 0

  it.skipIf(!isThere)('are taken by nginx (skipped where it is not installed)', () => {
    const [, lines = ''] = /For nginx:\n\n```\n([^`]*)```/.exec(readme) ?? []
    expect(lines).toContain('proxy_pass')
    const folder = mkdtempSync(join(tmpdir(), 'roamboard-nginx-'))
    try {
      const config = join(folder, 'nginx.conf')
      writeFileSync(
        config,
        `pid ${folder}/pid; events {} http { access_log off; server { listen 127.0.0.1:8229; ${lines} } }`,
      )
      const options = { stdio: 'pipe', encoding: 'utf8' } as const
      const test = ['-t', '-q', '-e', join(folder, 'errors'), '-c', config]
      expect(execFileSync('nginx', test, options)).toBe('')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readSecretFile } from './secret-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'roamboard-secret-'))
afterAll(() => rmSync(folder, { recursive: true }))

it.each([
  [0o600, 'read'],
  [0o400, 'read'],
  [0o640, '(640): chmod 600 it'],
  [0o604, '(604): chmod 600 it'],
  [0o622, '(622): chmod 600 it'],
])('takes a file of secrets with mode %o only where nobody else may use it', (mode, outcome) => {
  const path = join(folder, `accounts-${mode}.json`)
  writeFileSync(path, 'read')
  chmodSync(path, mode)
  if (outcome === 'read') expect(readSecretFile(path)).toBe('read')
  else expect(() => readSecretFile(path)).toThrow(outcome)
})

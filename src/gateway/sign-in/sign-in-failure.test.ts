import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { SIGN_IN_FAULTS, type SignInFault } from '#usage/words/sign-in-faults.ts'
import { SignInFailure } from './sign-in-failure.ts'

const README = fileURLToPath(new URL('../deployment/README.md', import.meta.url))

const isFault = (name: string): name is SignInFault => name in SIGN_IN_FAULTS
const faults = Object.keys(SIGN_IN_FAULTS).filter(isFault)

it('has a sentence of its own for each fault, for readers and for the log', () => {
  expect(faults).toHaveLength(17)
  expect(new Set(Object.values(SIGN_IN_FAULTS)).size).toBe(17)
  expect(new Set(faults.map((fault) => new SignInFailure(fault).message)).size).toBe(17)
})

it('is named in the README, with what helps against it', () => {
  const rows = readFileSync(README, 'utf8').matchAll(/^\| (`[a-z]+`(?:, `[a-z]+`)*) \| [^|]+ \|$/gm)
  const named = [...rows].flatMap(([, names = '']) => names.replaceAll('`', '').split(', '))
  expect(named.toSorted()).toEqual(faults.toSorted())
})

it('keeps a line of the log short, whatever a provider says', () => {
  expect(new SignInFailure('refused', 'x'.repeat(9_000)).detail).toHaveLength(500)
})

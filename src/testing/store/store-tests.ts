import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const SRC = fileURLToPath(new URL('../..', import.meta.url))
const EMPTY_STORE = fileURLToPath(new URL('./empty-store.ts', import.meta.url))

/**
 * The tests that begin with a store: those whose imports lead to `empty-store.ts`, over however many files
 * (`stack.ts` is the usual way). They alone wait for one to be made, which takes seconds. Nobody keeps a
 * list: a test belongs here as soon as it imports such a file.
 *
 * @returns paths from the root of the repository, as vitest takes them
 */
export function findStoreTests(): string[] {
  const reaching = new Map<string, boolean>()
  const reaches = (file: string): boolean => {
    const known = reaching.get(file)
    if (known !== undefined) return known
    // While it is looked at: files that import each other lead nowhere by themselves.
    reaching.set(file, false)
    const found = file === EMPTY_STORE || importedBy(file).some(reaches)
    reaching.set(file, found)
    return found
  }
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && reaches(join(SRC, name)))
    .map((name) => `src/${name}`)
    .sort()
}

/** The files of ours that a file imports, types left out as they load nothing. */
function importedBy(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const imports = text.matchAll(
    /^(?!\s*import type\b).*?\b(?:from|import)\b\s*\(?\s*'([#.][^']+)'/gm,
  )
  return [...imports]
    .map(([, name = '']) =>
      name.startsWith('#') ? join(SRC, name.slice(1)) : resolve(dirname(file), name),
    )
    .filter((path) => /\.tsx?$/.test(path) && existsSync(path) && statSync(path).isFile())
}

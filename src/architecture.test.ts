import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findStoreTests } from '#testing/store-tests.ts'

const SRC = fileURLToPath(new URL('.', import.meta.url))

const OWN_NAME = 'architecture.test.ts'

/** What each folder may import, beside itself: folders of ours, and packages where they are limited. */
const ALLOWED: Record<string, readonly string[]> = {
  usage: [],
  url: ['usage'],
  upstream: ['usage'],
  queries: ['upstream', 'usage'],
  charts: ['usage'],
  components: ['usage'],
  views: ['url', 'queries', 'charts', 'components', 'usage', 'upstream/upstream-error.ts'],
  app: ['views', 'url', 'components', 'queries/query-client.ts', 'queries/prefetch-usage.ts'],
  // A link opens what its view asks for: the gateway must understand the view.
  gateway: [
    'upstream/gateway-paths.ts',
    'upstream/kore-words.ts',
    'url/view-question.ts',
    'url/account-key.ts',
    'usage',
  ],
  sandbox: [],
}

/** Packages that only some places may import. */
const CONFINED: readonly [RegExp, (file: string) => boolean][] = [
  [/^recharts/, (file) => file.startsWith('charts/')],
  [/^(date-fns|@date-fns)/, (file) => /^usage\/(time-range|granularity)\.ts$/.test(file)],
  [/^react-router/, (file) => /^(url\/use-|views\/|app\/)/.test(file)],
  [/^@tanstack\/react-query/, (file) => /^(queries|app)\//.test(file)],
  [/^react($|-dom|\/)/, (file) => !/^(usage|upstream|gateway|sandbox)\//.test(file)],
  [/^(hono|@hono|node:)/, (file) => /^(gateway|sandbox)\//.test(file)],
]

interface Import {
  readonly file: string
  readonly target: string
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.tsx?$/.test(name),
)
const isTest = (file: string) => file.endsWith('.test.ts') || file.startsWith('testing/')
const imports = files.filter((file) => !isTest(file)).flatMap(importsOf)

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8')
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)
  return [...found].map(([, target = '']) => ({ file, target: ours(file, target) ?? target }))
}

/** The path below src of an import of ours; undefined for a package. */
function ours(file: string, target: string): string | undefined {
  if (target.startsWith('#')) return target.slice(1)
  if (!target.startsWith('.')) return undefined
  return relative(SRC, resolve(SRC, dirname(file), target))
}

const folderOf = (file: string) => file.split('/')[0] ?? ''
const isOurs = (target: string) => files.includes(target) || existsSync(join(SRC, target))

describe('architecture', () => {
  it('sees the imports at all', () => {
    expect(imports.length).toBeGreaterThan(150)
  })

  it('imports between folders only as the table allows', () => {
    const forbidden = imports.filter(({ file, target }) => {
      const allowed = ALLOWED[folderOf(file)]
      if (!allowed || !isOurs(target) || folderOf(target) === folderOf(file)) return false
      return !allowed.includes(target) && !allowed.includes(folderOf(target))
    })
    expect(forbidden).toEqual([])
  })

  it('writes imports within a folder as relative, and across folders with #', () => {
    const wrong = files.flatMap((file) => {
      const text = readFileSync(join(SRC, file), 'utf8')
      return [...text.matchAll(/from '((?:\.\.?\/|#)[^']+)'/g)]
        .map(([, target = '']) => target)
        .filter((target) => {
          const path = ours(file, target) ?? ''
          const same = folderOf(path) === folderOf(file)
          return file.includes('/') && same !== !target.startsWith('#')
        })
        .map((target) => `${file}: ${target}`)
    })
    expect(wrong).toEqual([])
  })

  it('keeps confined packages where they belong', () => {
    const strays = imports.filter(({ file, target }) =>
      CONFINED.some(
        ([name, mayImport]) => name.test(target) && !mayImport(file) && file !== 'main.ts',
      ),
    )
    expect(strays).toEqual([])
  })

  it('has no cycle', () => {
    const targetsOf = (file: string) =>
      imports.filter((one) => one.file === file).map(({ target }) => target)
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]): string[] => {
      if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')]
      if (done.has(file)) return []
      const cycles = targetsOf(file).flatMap((target) => visit(target, [...path, file]))
      done.add(file)
      return cycles
    }
    expect(files.flatMap((file) => visit(file, []))).toEqual([])
  })

  it('imports testing from tests alone, and has no barrel', () => {
    expect(imports.filter(({ target }) => folderOf(target) === 'testing')).toEqual([])
    expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([])
  })

  it('makes a store for each test that begins with one, and for no pure one', () => {
    const tests = files.filter((file) => file.endsWith('.test.ts') && file !== OWN_NAME)
    const calling = tests.filter((file) =>
      /\b(startStack|copyEmptyStore)\(/.test(readFileSync(join(SRC, file), 'utf8')),
    )
    const withStore = findStoreTests().map((path) => relative('src', path))
    expect(calling.length).toBeGreaterThan(10)
    expect(calling.filter((file) => !withStore.includes(file))).toEqual([])
    const pure = ['usage', 'url', 'charts', 'components', 'contract']
    expect(withStore.filter((file) => pure.includes(folderOf(file)))).toEqual([])
    expect(withStore.length).toBeLessThan(tests.length / 2)
  })

  it('runs beside the pure tests itself', ({ task }) => {
    expect(task.file.projectName).toBe('pure')
  })
})

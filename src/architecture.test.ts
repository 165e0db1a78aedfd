import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findStoreTests } from '#testing/store/store-tests.ts'

const SRC = fileURLToPath(new URL('.', import.meta.url))

const OWN_NAME = 'architecture.test.ts'

/** What each folder may import, beside itself: folders of ours, or single files of them. */
const ALLOWED: Record<string, readonly string[]> = {
  contract: ['usage/kore'],
  usage: [],
  url: ['usage'],
  'kore-client': ['contract', 'usage'],
  // Both speak with the gateway in one way, and know one kind of failure.
  'gateway-client': [
    'contract',
    'kore-client/get-json.ts',
    'kore-client/upstream-error.ts',
    'kore-client/wire-values.ts',
    'usage/kore/products.ts',
  ],
  queries: ['kore-client', 'gateway-client', 'contract', 'usage'],
  charts: ['usage'],
  components: ['usage'],
  views: [
    'url',
    'queries',
    'charts',
    'components',
    'usage',
    'contract',
    'kore-client/upstream-error.ts',
  ],
  app: ['views', 'url', 'components', 'queries/query-client.ts', 'queries/usage/prefetch-usage.ts'],
  // A link opens what its view asks for: the gateway must understand the view.
  gateway: ['contract', 'usage', 'url/view-question.ts', 'url/account-key.ts'],
  // A shared rule would hide a shared mistake.
  sandbox: [],
}

/** The rooms of large folders, and what each may import of its own folder: never back. */
const ROOMS: Record<string, Record<string, readonly string[]>> = {
  usage: {
    time: [],
    kore: ['time'],
    question: ['time', 'kore'],
    series: ['time', 'kore', 'question'],
    sims: ['time', 'kore', 'question', 'series'],
    report: ['time', 'kore', 'question', 'series', 'sims'],
    words: ['time', 'kore', 'question', 'series', 'sims', 'report'],
    export: ['time', 'kore', 'question', 'series', 'sims', 'words'],
  },
  views: {
    common: [],
    frame: ['common'],
    usage: ['common'],
    month: ['common'],
    account: ['common', 'usage', 'month'],
    sim: ['common', 'usage', 'month'],
    sims: ['common'],
    movers: ['common'],
    report: ['common', 'usage'],
    saved: ['common'],
    links: ['common'],
    shared: ['common', 'usage'],
    kept: ['common'],
    help: ['common'],
  },
}

/** Packages that only some places may import. */
const CONFINED: readonly [RegExp, (file: string) => boolean][] = [
  [/^recharts/, (file) => file.startsWith('charts/')],
  [/^(date-fns|@date-fns)/, (file) => file.startsWith('usage/time/')],
  [/^react-router/, (file) => /^(url\/use-|views\/|app\/)/.test(file)],
  [/^@tanstack\/react-query/, (file) => /^(queries|app)\//.test(file)],
  [
    /^react($|-dom|\/)/,
    (file) => !/^(usage|contract|kore-client|gateway-client|gateway|sandbox)\//.test(file),
  ],
  [/^(hono|@hono|node:)/, (file) => /^(gateway|sandbox)\/|^dev\.ts$/.test(file)],
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
/** The folder within a folder that a file stands in. */
const roomOf = (file: string) => (file.split('/').length > 2 ? file.split('/')[1] : undefined)
const isOurs = (target: string) => files.includes(target) || existsSync(join(SRC, target))

describe('architecture', () => {
  it('sees the imports at all', () => {
    expect(imports.length).toBeGreaterThan(150)
  })

  it('imports between folders only as the table allows', () => {
    const forbidden = imports.filter(({ file, target }) => {
      const allowed = ALLOWED[folderOf(file)]
      if (!allowed || !isOurs(target) || folderOf(target) === folderOf(file)) return false
      return !allowed.some((one) => target === one || target.startsWith(`${one}/`))
    })
    expect(forbidden).toEqual([])
  })

  it('imports between rooms only as the table allows', () => {
    const forbidden = imports.filter(({ file, target }) => {
      const rooms = ROOMS[folderOf(file)]
      const [from, to] = [roomOf(file), roomOf(target)]
      if (!rooms || folderOf(target) !== folderOf(file) || from === to) return false
      return !to || !rooms[from ?? '']?.includes(to)
    })
    expect(forbidden).toEqual([])
    const inRooms = files.filter((file) => ROOMS[folderOf(file)])
    const homeless = inRooms.filter((file) => !ROOMS[folderOf(file)]?.[roomOf(file) ?? ''])
    expect(homeless).toEqual([])
  })

  it('has no room of more than 25 files, and no file of more than 250 lines', () => {
    const own = files.filter((file) => !isTest(file))
    const sizes = new Map<string, number>()
    for (const file of own) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1)
    expect([...sizes].filter(([, size]) => size > 25)).toEqual([])
    const lines = (file: string) => readFileSync(join(SRC, file), 'utf8').split('\n').length - 1
    expect(files.filter((file) => lines(file) > 250)).toEqual([])
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

  it('writes no key of a query by hand but for what the gateway itself is asked', () => {
    const byHand = files.filter(
      (file) =>
        !file.includes('.test.') &&
        !file.startsWith('queries/gateway/') &&
        /queryKey:\s*\[/.test(readFileSync(join(SRC, file), 'utf8')),
    )
    expect(byHand).toEqual([])
  })

  it('leaves the order of names and the form of numbers to no language of the reader', () => {
    const byReader = /\.localeCompare\(|\.toLocale\w*\(\)|Intl\.(Collator|NumberFormat)\(\)/
    const ours = files.filter((file) => !file.includes('.test.'))
    expect(ours.filter((file) => byReader.test(readFileSync(join(SRC, file), 'utf8')))).toEqual([])
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

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What is made, and what is not ours. */
const NOT_KEPT = ['.git', 'node_modules', 'dist', 'test-results']

/** Every file and folder of the repository, by its path from the root. */
const paths = pathsIn(ROOT)

const readmes = paths
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_KEPT.includes(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return [relative(ROOT, path), ...(entry.isDirectory() ? pathsIn(path) : [])]
    })
}

/** What a text sets in backticks that can only be a path: an address begins with a slash. */
function pathsInBackticks(text: string): string[] {
  return [...withoutCode(text).matchAll(/`([^`\n]+)`/g)]
    .map(([, word = '']) => word.replace(/^#|\/$/g, ''))
    .filter((word) => /^[\w.-]+(\/[\w.-]+)+$|^[\w.-]+\.(tsx?|css|env)$/.test(word))
    .filter((word) => !NOT_KEPT.some((folder) => word.startsWith(`${folder}/`)))
}

/** Rooms of a folder are named without it, in the line that names the folder. */
function roomsIn(text: string): string[] {
  return [...withoutCode(text).matchAll(/`([\w-]+)\/`/g)].map(([, room = '']) => room)
}

/** Paths from the root, wherever they stand: in a command, too. */
function pathsFromRoot(text: string): string[] {
  return [...text.matchAll(/(?<![\w/.-])(?:src|e2e|public)(?:\/[\w-][\w.-]*)+/g)].map(([path]) =>
    path.replace(/\.$/, ''),
  )
}

function linksIn(text: string): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```.*?^```/gms, '')
}

/** The anchors that a text's headings have. */
function anchorsOf(text: string): string[] {
  return [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

const isThere = (path: string) => paths.some((one) => one === path || one.endsWith(`/${path}`))

/** Each README's own list of what is wrong in it. */
function wrongIn(find: (readme: { path: string; text: string }) => string[]): string[] {
  return readmes.flatMap((readme) => find(readme).map((word) => `${readme.path}: ${word}`))
}

describe('READMEs', () => {
  it('are read at all', () => {
    expect(readmes.map(({ path }) => path)).toContain('.github/CONTRIBUTING.md')
    expect(readmes.flatMap(({ text }) => pathsInBackticks(text)).length).toBeGreaterThan(30)
    expect(readmes.flatMap(({ text }) => linksIn(text)).length).toBeGreaterThan(10)
  })

  it('name only paths that are there', () => {
    expect(wrongIn(({ text }) => pathsInBackticks(text).filter((path) => !isThere(path)))).toEqual(
      [],
    )
    expect(wrongIn(({ text }) => roomsIn(text).filter((room) => !isThere(room)))).toEqual([])
    const lost = (path: string) => !paths.includes(path)
    expect(wrongIn(({ text }) => pathsFromRoot(text).filter(lost))).toEqual([])
  })

  it('link only to files and headings that are there', () => {
    const isLost = (from: string, link: string) => {
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? join(ROOT, from) : join(ROOT, dirname(from), file)
      if (!existsSync(target)) return true
      return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor)
    }
    expect(wrongIn(({ path, text }) => linksIn(text).filter((link) => isLost(path, link)))).toEqual(
      [],
    )
  })
})

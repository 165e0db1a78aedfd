import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip as gzipCompress } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { findStoreTests } from './src/testing/store/store-tests.ts'

const brotli = promisify(brotliCompress)
const gzip = promisify(gzipCompress)

/** The gateway replaces this word in the page by a fresh nonce for each answer. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/**
 * What is loaded in one piece each: in forty small ones it would take as many requests, and more bytes.
 * A piece is all that its root imports other than on demand, and that no piece before it has.
 */
const PIECES = [
  { name: 'ask', root: /\/src\/main\.ts$/ },
  { name: 'app', root: /\/src\/app\/draw-app\.tsx$/ },
  { name: 'report', root: /\/src\/views\/usage\/usage-report\.tsx$/ },
  { name: 'chart', root: /\/src\/charts\/usage-chart\.tsx$/ },
]

/** Packages whose index names more than a piece needs. */
const MORE_THAN_NEEDED =
  /@mantine|@tabler|@floating-ui|react-remove-scroll|react-style-singleton|use-sidecar|use-callback-ref|recharts|victory-vendor|\/d3-/

/** What of them the app needs at once. */
const NEEDED_AT_ONCE =
  /@mantine\/core\/esm\/(core|components\/(ActionIcon|Anchor|Badge|Burger|Button|Group|Loader|Skeleton|Text|Title|Transition|UnstyledButton|VisuallyHidden))\//

/** The piece that each module belongs to. */
const pieces = new Map<string, string>()

function findPieces(): Plugin {
  return {
    name: 'find-pieces',
    apply: 'build',
    buildEnd() {
      const visit = (id: string, name: string) => {
        if (pieces.has(id)) return
        pieces.set(id, name)
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) visit(imported, name)
      }
      const ids = [...this.getModuleIds()]
      for (const { name, root } of PIECES) {
        for (const id of ids) if (root.test(id)) visit(id, name)
      }
    },
  }
}

/**
 * Asks the browser to compile a whole piece while it comes down the line, beside the page, and not function
 * by function when each is called. Browsers that do not know the words do as before.
 */
function compileWhileLoading(): Plugin {
  return {
    name: 'compile-while-loading',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && PIECES.some(({ name }) => name === chunk.name)) {
            chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
          }
        }
      },
    },
  }
}

/** The page always needs the app, although the code asks for it on demand: it is loaded beside the entry. */
function loadBesideEntry(): Plugin {
  return {
    name: 'load-beside-entry',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
        const files = new Set<string>()
        const visit = (name: string) => {
          const chunk = chunks.find(({ fileName }) => fileName === name)
          if (!chunk || files.has(name)) return
          files.add(name)
          for (const imported of chunk.imports) visit(imported)
          for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
        }
        for (const { name, fileName } of chunks) if (name === 'app') visit(fileName)
        const missing = [...files].filter((name) => !html.includes(name))
        return missing.map((name) => ({
          tag: 'link',
          attrs: {
            rel: name.endsWith('.css') ? 'stylesheet' : 'modulepreload',
            crossorigin: true,
            href: `/${name}`,
            nonce: NONCE_PLACEHOLDER,
          },
          injectTo: 'head',
        }))
      },
    },
  }
}

/** The one module of the Excel library that compresses in workers, which the content policy refuses. */
const ZIPS_IN_WORKERS = /\/write-excel-file\/.*\/zipToArrayBuffer\.js$/

/** Lets it compress without them. */
function zipWithoutWorkers(): Plugin {
  const zipAtOnce = fileURLToPath(new URL('src/usage/export/zip-at-once.ts', import.meta.url))
  return {
    name: 'zip-without-workers',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === 'fflate' && ZIPS_IN_WORKERS.test(importer ?? '') ? zipAtOnce : undefined,
  }
}

/** Compresses what is built, once and better than could be done for every request. */
function compressOnce(): Plugin {
  return {
    name: 'compress-once',
    apply: 'build',
    async writeBundle({ dir = 'dist' }, bundle) {
      const files = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))
      await Promise.all(
        files.map(async (name) => {
          const content = await readFile(join(dir, name))
          await writeFile(join(dir, `${name}.br`), await brotli(content))
          await writeFile(join(dir, `${name}.gz`), await gzip(content))
        }),
      )
    },
  }
}

/** Tests that wait for a store to be made; all others begin at once. */
const storeTests = findStoreTests()

export default defineConfig({
  plugins: [
    react(),
    findPieces(),
    loadBesideEntry(),
    compileWhileLoading(),
    zipWithoutWorkers(),
    compressOnce(),
  ],
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    outDir: 'dist',
    // An inlined asset would be a data: URL, which the content policy forbids.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: PIECES.map(({ name }) => ({
            name,
            test: (id) =>
              pieces.get(id) === name && (!MORE_THAN_NEEDED.test(id) || NEEDED_AT_ONCE.test(id)),
          })),
        },
      },
    },
  },
  test: {
    // Most of their time they wait for the sandbox in their own process.
    maxWorkers: 2,
    // Files of one worker share what they import: loading it anew for each took half of all the work. A file that
    // fakes a global or the clock puts it back.
    isolate: false,
    // A busy machine is no failure.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: ['src/**/*.test.ts'], exclude: storeTests },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: storeTests,
          globalSetup: 'src/testing/store/empty-store.ts',
        },
      },
    ],
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
})

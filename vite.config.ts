import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip as gzipCompress } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const brotli = promisify(brotliCompress)
const gzip = promisify(gzipCompress)

/** The gateway replaces this word in the page by a fresh nonce for each answer. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** Packages whose index names more than the first page is made of. */
const MORE_THAN_AT_ONCE =
  /@mantine|@tabler|@floating-ui|react-remove-scroll|react-style-singleton|use-sidecar|use-callback-ref/

/** What of them it is made of. */
const STILL_AT_ONCE =
  /@mantine\/core\/esm\/(core|components\/(ActionIcon|Anchor|Badge|Burger|Button|Collapse|FloatingIndicator|Group|Input|InputBase|Loader|NativeSelect|NavLink|SegmentedControl|Skeleton|Text|TextInput|Title|Transition|UnstyledButton|VisuallyHidden))\//

/** The modules that the page needs at once, however many of the later ones need them, too. */
const neededAtOnce = new Set<string>()

/** Finds what is needed at once: all that the entry imports other than on demand. */
function findNeededAtOnce(): Plugin {
  return {
    name: 'find-needed-at-once',
    apply: 'build',
    buildEnd() {
      const visit = (id: string) => {
        if (neededAtOnce.has(id)) return
        neededAtOnce.add(id)
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) visit(imported)
      }
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) visit(id)
    },
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

export default defineConfig({
  plugins: [react(), findNeededAtOnce(), compressOnce()],
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    outDir: 'dist',
    // An inlined asset would be a data: URL, which the content policy forbids.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // In one piece: in forty small ones it would take as many requests, and more bytes.
          groups: [
            {
              name: 'app',
              test: (id) =>
                neededAtOnce.has(id) && (!MORE_THAN_AT_ONCE.test(id) || STILL_AT_ONCE.test(id)),
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:8080' },
  },
  test: {
    globalSetup: 'src/testing/empty-store.ts',
    // Most of their time they wait for the sandbox in their own process.
    maxWorkers: 2,
    // A busy machine is no failure.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
})

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** The gateway replaces this word in the page by a fresh nonce for each answer. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

export default defineConfig({
  plugins: [react()],
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    outDir: 'dist',
    chunkSizeWarningLimit: 700,
    // An inlined asset would be a data: URL, which the content policy forbids.
    assetsInlineLimit: 0,
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

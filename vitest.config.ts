import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

const e2e = (browser: 'chromium' | 'firefox') => ({
  extends: true as const,
  test: {
    name: `e2e-${browser}`,
    include: ['test/e2e/**/*.test.ts'],
    env: { TOUCHSTONE_BROWSER: browser },
    globalSetup: ['test/e2e/global-setup.ts'],
    fileParallelism: false,
    // One process for all files, which hand the browser on to each other; see `test/e2e/harness/use-demo.ts`.
    isolate: false,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  test: {
    // Against a test that hangs, and no more: on a busy machine every test may take its time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Vitest would leave one core alone, which on a machine of two doubles the time.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/verifier/**/*.ts'],
      exclude: ['**/*.d.ts'],
      reporter: ['text', 'text-summary', 'html'],
      reportsDirectory: '.cache/coverage',
      reportOnFailure: true,
    },
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'interop', include: ['test/interop/**/*.test.ts'] } },
      e2e('chromium'),
      e2e('firefox'),
    ],
  },
})

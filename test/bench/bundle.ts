import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { BUNDLES } from './runner'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** Folders of the bundles for Node and for browsers. */
export const BUILT = {
  node: path('../../.cache/bench/node'),
  browser: path('../../.cache/bench/browser'),
}

/** Builds every verifier alike, as one module each, and what runs them. */
export async function buildBundles(): Promise<void> {
  for (const place of ['node', 'browser'] as const) {
    const runner = place === 'node' ? 'in-process' : 'in-worker'
    for (const name of [...BUNDLES.map((bundle) => `verifiers/${bundle}`), runner])
      await buildOne(path(`${name}.ts`), place)
  }
}

function buildOne(entry: string, place: 'node' | 'browser') {
  const isNode = place === 'node'
  return build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    // As in the extension's own build.
    resolve: isNode
      ? {}
      : { alias: { setimmediate: path('../../src/verifier/json-ld/set-immediate.ts') } },
    ssr: isNode ? { noExternal: true } : {},
    build: {
      ...(isNode ? { ssr: entry } : { lib: { entry, formats: ['es'], fileName: nameOf(entry) } }),
      outDir: BUILT[place],
      emptyOutDir: false,
      target: 'es2023',
      minify: true,
    },
  })
}

function nameOf(entry: string): string {
  return entry.replace(/^.*\/|\.ts$/g, '')
}

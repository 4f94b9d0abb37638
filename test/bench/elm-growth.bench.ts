/** What European Digital Credentials cost the worker: its bundle with and without them, gzipped. */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Plugin, type Rolldown } from 'vite'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/**
 * Modules that nothing else needs, and with them goes what only they import. Without them the rest builds, and
 * would fail where it used them.
 */
const OF_ELM = new RegExp(
  `src/(?:${[
    'verifier/(?:seals|trusted-lists)/',
    'verifier/(?:formats|reading|validation)/elm-3',
    'verifier/proofs/jades',
    'verifier/unbake/(?:pdf|sealed-json)',
    'verifier/judging/(?:sealed-|accreditation)',
    'verifier/issuers/sealed-issuer',
    'verifier/recipients/person',
    'verifier/descriptors/learning-readers',
    'background/eu-lists/',
    'ui/wording/(?:seal|reasons/seals)\\.',
  ].join('|')})`,
)

const withoutElm: Plugin = {
  name: 'without-elm',
  load: (id) => (OF_ELM.test(id.replaceAll('\\', '/')) ? 'export {}' : undefined),
}

async function workerSize(plugins: Plugin[]): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins,
    resolve: { alias: { setimmediate: path('../../src/verifier/json-ld/set-immediate.ts') } },
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input: path('../../src/background/index.ts'), shimMissingExports: true },
    },
  })
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput
  const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n')
  return gzipSync(code, { level: 9 }).length
}

export async function printElmGrowth(): Promise<void> {
  const [whole, without] = [await workerSize([]), await workerSize([withoutElm])]
  const kB = (bytes: number): string => (bytes / 1000).toFixed(1)
  console.log('\nWhat European Digital Credentials add to the worker (kB = 1000 bytes, gzip)\n')
  console.table([{ with: kB(whole), without: kB(without), growth: kB(whole - without) }])
}

/** The offline index of ESCO against its targets, at real scale. */
import { encodeIndex } from '../../src/verifier/alignments/esco-index/encode-index'
import type { EscoIndex } from '../../src/verifier/alignments/esco-index/esco-index'
import { loadIndex } from '../../src/verifier/alignments/esco-index/load-index'
import { escoConcepts, VERSION } from '../esco/concepts'

const LOADS = 15
const LOOK_UPS = 20_000

export async function printEscoBench(): Promise<void> {
  const concepts = escoConcepts()
  const began = performance.now()
  const info = { version: VERSION, language: 'en', made: new Date(0).toISOString() }
  const bytes = await encodeIndex(concepts, { ...info, from: 'csv' })
  const build = performance.now() - began
  const loads: number[] = []
  let index: EscoIndex = await loadIndex(bytes)
  for (let run = 0; run < LOADS; run++) {
    const start = performance.now()
    index = await loadIndex(bytes)
    loads.push(performance.now() - start)
  }
  const uris = concepts.map(({ uri }) => uri)
  const labels = concepts.map(({ label }) => label.toUpperCase())
  console.log(`\nOffline index of ESCO, ${concepts.length} concepts\n`)
  console.table([
    { what: 'stored', measured: `${(bytes.length / 1000).toFixed(0)} kB`, target: '< 600 kB' },
    { what: 'built', measured: `${build.toFixed(0)} ms`, target: '' },
    { what: 'loaded (median)', measured: `${median(loads).toFixed(1)} ms`, target: '< 30 ms' },
    row('looked up by URI', uris, (uri) => index.byUri(uri)),
    row('looked up by label', labels, (label) => index.byLabel(label)),
    row('not there, by label', labels, (label) => index.byLabel(`${label} x`)),
  ])
}

function row(what: string, inputs: string[], lookUp: (input: string) => unknown) {
  const start = performance.now()
  for (let run = 0; run < LOOK_UPS; run++) lookUp(inputs[(run * 7_919) % inputs.length] ?? '')
  const each = ((performance.now() - start) * 1000) / LOOK_UPS
  return { what, measured: `${each.toFixed(2)} µs`, target: '< 20 µs' }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

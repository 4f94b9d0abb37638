import { escoFiles } from '../../platform/esco-database'
import type { EscoIndex } from '../../verifier/alignments/esco-index/esco-index'
import { loadIndex } from '../../verifier/alignments/esco-index/load-index'

/**
 * The index that lies on this machine. It is read when somebody first asks for it: most workers judge no
 * badge that names a skill, and reading takes longer than the rest of their start.
 */
export class KeptIndex {
  #index: Promise<EscoIndex | undefined> | undefined

  /** A damaged index is none. */
  current(): Promise<EscoIndex | undefined> {
    return (this.#index ??= read())
  }

  /**
   * Read back before it is trusted, and kept before it is used.
   *
   * @throws EscoIndexError where the bytes are no index
   */
  async replace(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const index = await loadIndex(bytes)
    await escoFiles.put('index', bytes)
    this.#index = Promise.resolve(index)
  }

  async remove(): Promise<void> {
    this.#index = Promise.resolve(undefined)
    await escoFiles.remove('index')
  }
}

async function read(): Promise<EscoIndex | undefined> {
  try {
    const bytes = await escoFiles.get('index')
    return bytes && (await loadIndex(bytes))
  } catch (error) {
    console.error(error)
    return undefined
  }
}

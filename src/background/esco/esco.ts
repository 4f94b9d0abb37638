import { uiLanguage } from '../../platform/i18n'
import type { EscoOffline } from '../../platform/esco-shapes'
import { offlineLookup } from '../../verifier/alignments/esco-index/offline-lookup'
import type { EscoLookup } from '../../verifier/alignments/esco-lookup'
import type { Doors } from '../door'
import { escoLanguage } from './api'
import { EscoBuilder } from './esco-builder'
import { EscoLine, type EscoClock } from './esco-line'
import { KeptIndex } from './kept-index'
import { LiveLookup } from './live-lookup'
import { offlineFirst } from './offline-first'

/** Where ESCO is looked up: in the index on this machine, else at its API under the consent rule. */
export class Esco {
  readonly #index = new KeptIndex()
  readonly #line: EscoLine
  readonly #builder: EscoBuilder

  /** @param changed called when the index or the making of one has changed */
  constructor(
    doors: Doors,
    private readonly changed: () => void,
    private readonly clock: EscoClock = SYSTEM_CLOCK,
  ) {
    this.#line = new EscoLine(clock)
    const made = (bytes: Uint8Array<ArrayBuffer>) => this.#use(bytes)
    this.#builder = new EscoBuilder({ doors, line: this.#line, clock, made, changed })
  }

  /** Takes up an index that was being made. One that is made is read when it is first needed. */
  async load(): Promise<void> {
    await this.#builder.load().catch(console.error)
  }

  get isBuilding(): boolean {
    return this.#builder.isRunning
  }

  /** Asks nobody; absent where there is no index. */
  async offline(): Promise<EscoLookup | undefined> {
    const index = await this.#index.current()
    return index && offlineLookup(index)
  }

  /** For one badge whose hosts may be asked. */
  lookup(isPrivate: boolean): EscoLookup {
    return this.#lookupIn(this.#line, isPrivate)
  }

  /**
   * For a first look, whose guarded fetch refuses every host: that ESCO would be asked becomes a need, which
   * is shown before the click. In a line of its own, so that it waits for no badge that is being checked.
   */
  firstLookup(isPrivate: boolean): EscoLookup {
    return this.#lookupIn(new EscoLine(this.clock), isPrivate)
  }

  #lookupIn(line: EscoLine, isPrivate: boolean): EscoLookup {
    const { clock } = this
    const live = new LiveLookup({ line, clock, language: uiLanguage(), private: isPrivate })
    return offlineFirst(() => this.offline(), live)
  }

  /** For the options: what the index holds is known only once it is read. */
  async state(): Promise<EscoOffline> {
    const index = await this.#index.current()
    const { job } = this.#builder
    return {
      ...(index && { index: index.info }),
      ...(job && { job }),
    }
  }

  download(): Promise<void> {
    return this.#builder.begin({ from: 'api', language: escoLanguage(uiLanguage()) })
  }

  /** @param name of the file that lies under `upload` */
  readFile(name: string): Promise<void> {
    return this.#builder.begin({ from: 'csv', language: '', name })
  }

  pause(): Promise<void> {
    return this.#builder.pause()
  }

  resume(): Promise<void> {
    return this.#builder.resume()
  }

  /** Stops the making of an index. One that there is stays. */
  cancel(): Promise<void> {
    return this.#builder.forget()
  }

  async remove(): Promise<void> {
    await this.#index.remove()
    this.changed()
  }

  async #use(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#index.replace(bytes)
    this.changed()
  }
}

const SYSTEM_CLOCK: EscoClock = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      signal?.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    }),
}

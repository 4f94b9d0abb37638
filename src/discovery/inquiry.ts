import type { TrailSource, TrailStep } from '../verifier/report'
import { sniff, type Sniffed } from '../verifier/unbake/sniff'
import { MAXIMUM_REQUESTS, type Finding, type Reach } from './finding'
import { BAKED_IMAGE, type CredentialAddress } from './provider'
import { asAsked, publicAddress } from './public-address'

/** Never any kind at all: a server that negotiates would answer with the page for people. */
export const ACCEPT_CREDENTIAL = 'application/vc+ld+json, application/ld+json, application/json'

/** Bytes. A picture may be a large one; the largest credentials are sealed, with certificates and pictures. */
const IMAGE_BYTES = 10_000_000
const DOCUMENT_BYTES = 4_000_000

/** Files that carry no credential, by their first bytes. */
const CARRIES_NOTHING: readonly Sniffed[] = ['html', 'jpeg', 'gif', 'webp', 'unknown']
const PICTURES: readonly Sniffed[] = ['png', 'svg']

export type Found = NonNullable<Finding['found']>

/** Where an address came from, and whose it is known to be. */
export interface Origin {
  from: TrailSource
  platform?: string
}

/** What answered with 200, but holds no credential. */
export interface Answered {
  bytes: Uint8Array
  url: string
  kind: Sniffed
}

/** What one address came to. */
export interface Inquired {
  step: TrailStep
  /** Which address answered in the end, whatever its status. */
  landed?: string
  found?: Found
  answer?: Answered
}

/** Asks for one badge: nothing twice, no host that refused, and no more than the limit. Writes the trail. */
export class Inquiry {
  readonly trail: TrailStep[] = []
  cutShort = false
  #requests = 0
  #reserved = 0
  #refusals = 0
  readonly #asked = new Set<string>()
  readonly #refused = new Set<string>()

  constructor(readonly reach: Reach) {}

  /** Keeps so many requests for what is looked at last. */
  reserve(requests: number): void {
    this.#reserved = requests
  }

  /** Counts as asked: it is known to hold nothing. */
  passOver(address: string): void {
    const url = publicAddress(address)
    if (url) this.#asked.add(asAsked(url))
  }

  note(step: TrailStep): TrailStep {
    this.trail.push(step)
    return step
  }

  /** @returns nothing where it was asked before, may not be asked, or there is no request left */
  async ask(address: CredentialAddress, origin: Origin): Promise<Inquired | undefined> {
    const url = publicAddress(address.url)
    const asked = url && asAsked(url)
    if (asked === undefined || this.#asked.has(asked)) return undefined
    this.#asked.add(asked)
    if (this.#refused.has(new URL(asked).hostname)) {
      this.note({ ...origin, url: asked, outcome: 'not-asked' })
      return undefined
    }
    if (this.#isFull()) return undefined
    const step = this.note({ ...origin, url: asked, outcome: 'not-obtained' })
    return this.#get({ ...address, url: asked }, step)
  }

  /** The same address once more, for another kind of answer. */
  async askAgain(step: TrailStep, accept: string): Promise<Inquired | undefined> {
    return this.#isFull() ? undefined : this.#get({ url: step.url, accept, guessed: true }, step)
  }

  /** A refusal costs nobody a request, but nobody is questioned without end. */
  #isFull(): boolean {
    const most = MAXIMUM_REQUESTS - this.#reserved
    const full = this.#requests >= most || this.#refusals >= MAXIMUM_REQUESTS
    this.cutShort ||= full
    return full
  }

  async #get(
    { url, accept = ACCEPT_CREDENTIAL, guessed }: CredentialAddress,
    step: TrailStep,
  ): Promise<Inquired> {
    const maxBytes = isPictureAddress(url, accept) ? IMAGE_BYTES : DOCUMENT_BYTES
    const answer = await this.reach.get({ url, accept, maxBytes, ...(guessed && { guessed }) })
    if (!answer.ok) {
      if (answer.refused !== true) this.#requests++
      else this.#refuse(url, step)
      return { step }
    }
    this.#requests++
    this.passOver(answer.url)
    // Of two answers to one address, the one that could be read says more.
    if (answer.status === 200 || step.outcome === 'not-obtained') step.status = answer.status
    const landed = answer.url
    if (answer.status !== 200) return { step, landed }
    return { landed, ...(await this.#judge(answer.bytes, landed, step)) }
  }

  #refuse(url: string, step: TrailStep): void {
    this.#refusals++
    this.#refused.add(new URL(url).hostname)
    // Asked for one kind of document, and refused for the next one: the answer stands.
    if (step.status === undefined) step.outcome = 'not-asked'
  }

  async #judge(bytes: Uint8Array, url: string, step: TrailStep): Promise<Inquired> {
    const kind = sniff(bytes)
    const holds = !CARRIES_NOTHING.includes(kind) && (await this.reach.holdsCredential(bytes))
    step.outcome = holds ? 'credential' : 'nothing'
    if (!holds) return { step, answer: { bytes, url, kind } }
    return { step, found: { bytes, url, ...(PICTURES.includes(kind) && { picture: true }) } }
  }
}

function isPictureAddress(url: string, accept: string): boolean {
  return accept === BAKED_IMAGE || /\.(?:png|svg)$/i.test(new URL(url).pathname)
}

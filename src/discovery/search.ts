import type { Clues, Finding, Reach } from './finding'
import { ACCEPT_CREDENTIAL, Inquiry, type Found, type Inquired, type Origin } from './inquiry'
import { readNamedAddress } from './named-address'
import { JSON_ALONE, type CredentialAddress, type Recognised, type Unverifiable } from './provider'
import { asAsked } from './public-address'
import { recogniseAddress, type RecognisedAddress } from './recognise-address'
import { withoutRedirectors } from './redirectors'

/** A page with more links beside one picture is a list, and no clue. */
const MAXIMUM_CLUES = 32

/** Statuses with which servers turn away a kind of answer that they do not have (RFC 9110, section 15.5). */
const WRONG_KIND = [400, 406, 415]

/** A link or an embed, and what it is recognised as. */
interface Place {
  address: string
  origin: Origin
  recognised?: Recognised
}

/** One search; keeps no more than what it found, and never starts another. */
export class Search {
  readonly #inquiry: Inquiry
  #unverifiable: Unverifiable | undefined

  constructor(reach: Reach) {
    this.#inquiry = new Inquiry(reach)
  }

  async run(clues: Clues): Promise<Finding> {
    const found = await this.#find(clues)
    const { trail, cutShort } = this.#inquiry
    if (found) return { found, trail }
    return {
      trail,
      ...(this.#unverifiable && { unverifiable: this.#unverifiable }),
      ...(cutShort && { cutShort }),
    }
  }

  async #find({ image, links, embeds = [] }: Clues): Promise<Found | undefined> {
    if (image !== undefined) this.#inquiry.passOver(image)
    const places = [
      ...links.slice(0, MAXIMUM_CLUES).map((address) => placeAt(address, 'link')),
      ...embeds.slice(0, MAXIMUM_CLUES).map((address) => placeAt(address, 'embed')),
    ]
    return (
      (await firstFound(places, (place) => this.#known(place))) ??
      (await firstFound(places, (place) => this.#unknown(place)))
    )
  }

  /** A platform's own address: it says where the credential is, or that there is none. */
  async #known({ address, origin, recognised }: Place): Promise<Found | undefined> {
    switch (recognised?.is) {
      case 'award':
        return firstFound(recognised.at, (at) => this.#ask(at, origin))
      case 'unverifiable':
        this.#unverifiable ??= recognised.why
        this.#inquiry.note({ ...origin, url: address, outcome: 'unverifiable' })
        return undefined
      case 'template':
        this.#inquiry.note({ ...origin, url: address, outcome: 'nothing' })
        return undefined
      default:
        return undefined
    }
  }

  async #ask(address: CredentialAddress, origin: Origin): Promise<Found | undefined> {
    const inquired = await this.#inquiry.ask(address, origin)
    if (inquired?.answer === undefined || address.named === undefined) return inquired?.found
    const named = readNamedAddress(inquired.answer.bytes, address.named)
    if (named === undefined) return undefined
    inquired.step.outcome = 'leads-on'
    const place = placeAt(named, 'page')
    const { recognised } = place
    const at = recognised?.is === 'award' ? recognised.at : [{ url: named }]
    return firstFound(at, async (next) => (await this.#inquiry.ask(next, place.origin))?.found)
  }

  /** Any other address: asked for a credential in the ways in which servers have them. */
  async #unknown({ address, origin, recognised }: Place): Promise<Found | undefined> {
    if (recognised !== undefined && recognised.is !== 'page') return undefined
    const url = withoutRedirectors(address)
    if (url === undefined) return undefined
    const first = await this.#inquiry.ask({ url: asAsked(url), accept: ACCEPT_CREDENTIAL }, origin)
    if (first === undefined || first.found || !mayAnswerOtherwise(first)) return first?.found
    const second = await this.#inquiry.askAgain(first.step, JSON_ALONE)
    if (second?.found) return second.found
    const json = jsonFileOf(url)
    return json === undefined
      ? undefined
      : (await this.#inquiry.ask({ url: json, accept: JSON_ALONE }, origin))?.found
  }
}

function placeAt(address: string, from: Origin['from']): Place {
  const known: RecognisedAddress | undefined = recogniseAddress(address)
  if (!known) return { address, origin: { from } }
  const { provider, recognised } = known
  return { address, origin: { from, platform: provider.name }, recognised }
}

/** A page, or a refusal of the kind that was asked for: not a file that is what it is. */
function mayAnswerOtherwise({ step, answer }: Inquired): boolean {
  if (answer) return answer.kind === 'html'
  return step.status !== undefined && WRONG_KIND.includes(step.status)
}

/** The same address with `.json`; none where its last part has an ending already. */
function jsonFileOf(url: URL): string | undefined {
  const file = new URL(asAsked(url))
  if (/\/$|\.[a-z\d]{1,8}$/i.test(file.pathname)) return undefined
  file.pathname += '.json'
  return file.href
}

async function firstFound<T>(
  things: readonly T[],
  look: (thing: T) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  for (const thing of things) {
    const found = await look(thing)
    if (found) return found
  }
  return undefined
}

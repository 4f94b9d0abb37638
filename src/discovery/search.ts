import type { TrailStep } from '../verifier/report'
import { imageIsWorthReading } from './candidate-rules'
import type { Clues, Finding, Reach } from './finding'
import { Inquiry, type Answered, type Found, type Inquired, type Origin } from './inquiry'
import { readNamedAddress } from './named-address'
import { originalsOf } from './originals'
import { readPageHints, type PageHints } from './page-hints'
import {
  differentAwards,
  isRecord,
  isSamePage,
  placesAt,
  standsForOne,
  theOnlyAward,
  type Place,
} from './place'
import { BAKED_IMAGE, JSON_ALONE, type CredentialAddress, type Unverifiable } from './provider'

/** A page with more links beside one picture is a list, and no clue. */
const MAXIMUM_CLUES = 32

/** Statuses with which servers turn away a kind of answer that they do not have (RFC 9110, section 15.5). */
const WRONG_KIND = [400, 406, 415]

/** One search. What it finds behind a link is looked at, and what that names in turn is not. */
export class Search {
  readonly #inquiry: Inquiry
  readonly #reach: Reach
  #unverifiable: Unverifiable | undefined
  /** A page behind the picture's own link shows an award. */
  #showsAward = false

  constructor(reach: Reach) {
    this.#reach = reach
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

  async #find({ image, links, embeds = [], beside = [] }: Clues): Promise<Found | undefined> {
    const own = [
      ...placesAt(links.slice(0, MAXIMUM_CLUES), 'link'),
      ...placesAt(embeds.slice(0, MAXIMUM_CLUES), 'embed'),
    ]
    const others = besideIt(placesAt(beside.slice(0, MAXIMUM_CLUES), 'link'))
    this.#inquiry.reserve(requestsFor(others))
    const found =
      (image === undefined ? undefined : await this.#shown(image)) ?? (await this.#among(own))
    this.#inquiry.reserve(0)
    const shown = image === undefined ? [] : [image, ...originalsOf(image).map(({ url }) => url)]
    const stands = [...own, ...placesAt(shown, 'image')]
    // Another award beside it is not the one that it stands for, whatever became of that one.
    return found || this.#showsAward || stands.some(standsForOne) ? found : this.#among(others)
  }

  async #among(places: Place[]): Promise<Found | undefined> {
    return (
      (await firstFound(places, (place) => this.#known(place))) ??
      (await firstFound(places, (place) => this.#unknown(place)))
    )
  }

  /** The picture itself was read already; a known platform's leads on by its address. */
  async #shown(image: string): Promise<Found | undefined> {
    this.#inquiry.passOver(image)
    const [place] = placesAt([image], 'image')
    if (place?.recognised) return this.#known(place)
    return this.#originals(image)
  }

  async #originals(address: string): Promise<Found | undefined> {
    const originals = originalsOf(address).map(({ url }) => url)
    return firstFound(placesAt(originals, 'original'), (original) => this.#picture(original))
  }

  async #picture(place: Place): Promise<Found | undefined> {
    if (place.recognised) return this.#known(place)
    if (!imageIsWorthReading(place.url)) return undefined
    return this.#ask({ url: place.url, accept: BAKED_IMAGE, guessed: true }, place.origin)
  }

  /** A platform's own address: it says where the credential is, or that there is none. */
  async #known({ url, origin, recognised }: Place): Promise<Found | undefined> {
    if (recognised?.is === 'award') {
      return firstFound(recognised.at, (at) => this.#ask(at, origin))
    }
    if (recognised?.is === 'template') this.#inquiry.note({ ...origin, url, outcome: 'nothing' })
    if (recognised?.is === 'unverifiable') {
      this.#unverifiable ??= recognised.why
      this.#inquiry.note({ ...origin, url, outcome: 'unverifiable' })
    }
    return undefined
  }

  async #ask(address: CredentialAddress, origin: Origin): Promise<Found | undefined> {
    const inquired = await this.#inquiry.ask(address, origin)
    if (inquired?.answer === undefined || address.named === undefined) return inquired?.found
    const named = readNamedAddress(inquired.answer.bytes, address.named)
    const [place] = placesAt(named === undefined ? [] : [named], 'page')
    if (!place) return undefined
    inquired.step.outcome = 'leads-on'
    const at = place.recognised?.is === 'award' ? place.recognised.at : [{ url: place.url }]
    // What is named by what was named is not followed.
    return firstFound(at, async ({ url, accept }) => {
      const next = { url, ...(accept !== undefined && { accept }) }
      return (await this.#inquiry.ask(next, place.origin))?.found
    })
  }

  /** Any other address: what it is itself, then where else its platform may have the record. */
  async #unknown(place: Place): Promise<Found | undefined> {
    const { origin, recognised } = place
    if (recognised === undefined) return this.#page(place)
    if (recognised.is !== 'page') return undefined
    const found = await this.#page(place)
    return found ?? firstFound(recognised.otherwise ?? [], (at) => this.#ask(at, origin))
  }

  /** Asked in the ways in which servers have credentials, then read as a page. */
  async #page({ url, origin }: Place): Promise<Found | undefined> {
    // A link may lead to a picture as its proxy gives it, or to a page about the file.
    const original = await this.#originals(url)
    if (original) return original
    const first = await this.#inquiry.ask({ url }, origin)
    if (first === undefined || first.found) return first?.found
    const landed = await this.#landed(first)
    if (landed || !mayAnswerOtherwise(first)) return landed
    const page = hintsOf(first)
    const inside = page && (await this.#inside(first, page))
    if (inside) return inside
    const second = await this.#inquiry.askAgain(first.step, JSON_ALONE)
    if (second?.found) return second.found
    const file = jsonFileOf(url)
    const guess = file && { url: file, accept: JSON_ALONE, guessed: true as const }
    const found = guess && (await this.#ask(guess, origin))
    if (found) return found
    const hints = page ?? (second && hintsOf(second))
    return hints && this.#follow(hints, first)
  }

  /** A short address sends on to that of an award: whatever is shown there, its platform has the record. */
  async #landed({ step, landed }: Inquired): Promise<Found | undefined> {
    const [place] = placesAt(landed === undefined ? [] : [landed], 'page')
    if (!place || place.recognised?.is === 'page' || !standsForOne(place)) return undefined
    this.#standsForIt()
    step.outcome = 'leads-on'
    return this.#known(place)
  }

  /** The page has been asked for already: what stands in it costs nobody a request. */
  async #inside(
    { step, answer }: Inquired,
    { credentials }: PageHints,
  ): Promise<Found | undefined> {
    const [credential, other] = credentials
    if (answer === undefined || credential === undefined || other !== undefined) return undefined
    const bytes = new TextEncoder().encode(credential)
    if (!(await this.#reach.holdsCredential(bytes))) return undefined
    step.outcome = 'credential'
    return { bytes, url: answer.url }
  }

  /** One level only: what is found is asked, and never read for hints. */
  async #follow(hints: PageHints, { step, answer }: Inquired): Promise<Found | undefined> {
    const { trail } = this.#inquiry
    const before = trail.length
    const awards = placesAt(hints.awards, 'page').filter(
      (place) =>
        isRecord(place) ||
        ![step.url, answer?.url ?? step.url].some((self) => isSamePage(place.url, self)),
    )
    const award =
      theOnlyAward(awards) ?? awards.find(({ recognised }) => recognised?.is === 'unverifiable')
    const [described, other] = hints.described
    const itself = [...hints.itself, ...(described && !other ? [described] : [])]
    const landed = placesAt([answer?.url ?? step.url, ...itself], 'page')
    if (landed.some(standsForOne) || differentAwards(awards).length === 1) this.#standsForIt()
    const found =
      (await this.#theSame(placesAt(hints.alternates, 'page'))) ??
      (await firstFound(placesAt(itself, 'page'), (place) => this.#hinted(place, true))) ??
      (award && (await this.#known(award))) ??
      (await firstFound(placesAt(hints.images, 'page'), (place) => this.#picture(place)))
    if (trail.length > before) step.outcome = 'leads-on'
    return found
  }

  /** The page shows the award that the picture stands for: what was kept for another one is its own. */
  #standsForIt(): void {
    this.#showsAward = true
    this.#inquiry.reserve(0)
  }

  /** A page may offer one credential in several forms; of several credentials in one form it says nothing. */
  async #theSame(places: readonly Place[]): Promise<Found | undefined> {
    const all: Found[] = []
    const { trail } = this.#inquiry
    const before = trail.length
    for (const place of places) {
      const found = await this.#hinted(place)
      if (found) all.push(found)
    }
    if (trail.slice(before).some(isOpen)) this.#standsForIt()
    // One that was not asked for may be another.
    if (this.#inquiry.cutShort) return undefined
    const forms = all.map(formOf)
    const byForm = new Map(forms.map(({ form, id }) => [form, id]))
    return forms.every(({ form, id }) => byForm.get(form) === id) ? all[0] : undefined
  }

  async #hinted(place: Place, guessed = false): Promise<Found | undefined> {
    if (place.recognised && place.recognised.is !== 'page') return this.#known(place)
    return this.#ask({ url: place.url, ...(guessed && { guessed }) }, place.origin)
  }
}

/** A page, or a refusal of the kind that was asked for: not a file that is what it is. */
function mayAnswerOtherwise({ step, answer }: Inquired): boolean {
  if (answer) return answer.kind === 'html'
  return step.status !== undefined && WRONG_KIND.includes(step.status)
}

function hintsOf({ answer }: { answer?: Answered }): PageHints | undefined {
  if (answer?.kind !== 'html') return undefined
  return readPageHints(new TextDecoder().decode(answer.bytes), answer.url)
}

/** The same address with `.json`; none where its last part has an ending already. */
function jsonFileOf(address: string): string | undefined {
  const file = new URL(address)
  if (/\/$|\.[a-z\d]{1,8}$/i.test(file.pathname)) return undefined
  file.pathname += '.json'
  return file.href
}

/** Of which kind a document is, and what tells two of that kind apart. */
function formOf({ bytes, url, picture }: Found): { form: string; id: string } {
  if (picture) return { form: 'picture', id: url }
  const text = new TextDecoder().decode(bytes)
  try {
    const json = JSON.parse(text) as { id?: unknown; credentialSubject?: unknown }
    const id = typeof json.id === 'string' ? json.id : text
    return { form: json.credentialSubject === undefined ? 'assertion' : 'credential', id }
  } catch {
    return { form: 'token', id: text }
  }
}

/** Of links beside a picture, those that may be meant: the one award among them alone, or none of several. */
function besideIt(places: Place[]): Place[] {
  const awards = differentAwards(places)
  const award = theOnlyAward(places) ?? (awards.length === 1 ? awards[0] : undefined)
  return award ? [award] : places.filter((place) => !standsForOne(place))
}

/** How often its hosts would be asked for the one award among them, where its record is known. */
function requestsFor([place]: Place[]): number {
  return place?.recognised?.is === 'award' ? place.recognised.at.length : 0
}

/** Whether nobody knows what is there: not that it is not, nor that it is nobody's business. */
function isOpen({ outcome, status }: TrailStep): boolean {
  return outcome === 'not-obtained' && ![401, 403, 404, 410].includes(status ?? 0)
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

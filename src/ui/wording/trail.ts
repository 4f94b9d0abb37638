import { foundElsewhere, type TrailSource, type TrailStep } from '../../verifier/report'
import { hostOf } from './names'
import type { Sentences } from './sentences'
import type { MessageKey } from './translate'

/** One step of the search for the credential: the place, and what was there. */
export function trailSentence(step: TrailStep, s: Sentences): string {
  return s.text('trailStep', composed(placeOf(step, s)), composed(outcomeOf(step, s)))
}

/** That the picture carries nothing, and where the credential was; undefined where it is otherwise. */
export function strippedSentence(trail: readonly TrailStep[], s: Sentences): string | undefined {
  const found = foundElsewhere(trail)
  const key = found?.from === 'original' ? 'trailFoundInOriginal' : 'trailFoundElsewhere'
  return found && s.text(key, hostOf(found.url) ?? found.url)
}

const PLACES: Record<Exclude<TrailSource, 'image'>, MessageKey> = {
  original: 'trailOriginal',
  link: 'trailLink',
  embed: 'trailEmbed',
  page: 'trailPage',
}

function placeOf({ from, url, platform }: TrailStep, s: Sentences): string {
  if (from === 'image') return s.text('trailImage')
  const host = hostOf(url) ?? url
  const shown =
    platform === undefined
      ? composed(s.text('trailHost', host))
      : composed(s.text('trailHostOf', host, platform))
  return s.text(PLACES[from], shown)
}

function outcomeOf({ outcome, status }: TrailStep, s: Sentences): string {
  switch (outcome) {
    case 'credential':
      return s.text('trailCredential')
    case 'leads-on':
      return s.text('trailLeadsOn')
    case 'nothing':
      return s.text('trailNothing')
    case 'not-asked':
      return s.text('trailNotAsked')
    case 'unverifiable':
      return s.text('trailUnverifiable')
    case 'not-obtained':
      return status === undefined ? s.text('trailNoAnswer') : s.text('trailStatus', String(status))
  }
}

function composed(text: string): { composed: string } {
  return { composed: text }
}

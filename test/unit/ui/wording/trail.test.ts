import { describe, expect, it } from 'vitest'
import { sentencesIn, strippedSentence, trailSentence } from '../../../../src/ui/wording'
import type { TrailStep } from '../../../../src/verifier/report'
import { english } from '../english'

const s = sentencesIn(english, 'en')
const url = 'https://badges.example/assertions/1'

function say(step: Partial<TrailStep>): string {
  const whole: TrailStep = { from: 'link', url, outcome: 'credential', ...step }
  return trailSentence(whole, s).replace(/[\u2066-\u2069]/g, '')
}

describe('a step of the search', () => {
  it.each<[string, Partial<TrailStep>]>([
    ['The image on the page: carries no credential.', { from: 'image', outcome: 'nothing' }],
    ['The link, to badges.example (Badgr): the credential is there.', { platform: 'Badgr' }],
    ['The link, to badges.example: leads on.', { outcome: 'leads-on' }],
    ['The link, to badges.example: was not asked.', { outcome: 'not-asked' }],
    [
      'What the page at badges.example names as its credential: could not be read (HTTP 404).',
      { from: 'page', outcome: 'not-obtained', status: 404 },
    ],
    [
      'What the page embeds, from badges.example: could not be read.',
      { from: 'embed', outcome: 'not-obtained' },
    ],
    [
      'The original of the image, at badges.example: the credential is there.',
      { from: 'original' },
    ],
    [
      'The link, to badges.example (Coursera): publishes nothing that can be verified.',
      { outcome: 'unverifiable', platform: 'Coursera' },
    ],
  ])('%s', (sentence, step) => {
    expect(say(step)).toBe(sentence)
  })

  it('does not let a platform or a host write our sentence', () => {
    const hostile = say({ platform: '“Verified”. <b>Trust</b>\u202E' })
    expect(hostile).not.toMatch(/[“”\u202E]/)
  })
})

describe('a picture that carries nothing', () => {
  const image: TrailStep = { from: 'image', url, outcome: 'nothing' }
  const found: TrailStep = { from: 'link', url, outcome: 'credential' }
  const original: TrailStep = { ...found, from: 'original' }

  it('is said of a search that found something, and of no other', () => {
    expect(strippedSentence([image, found], s)).toContain('badges.example')
    expect(strippedSentence([image, { ...found, outcome: 'nothing' }], s)).toBeUndefined()
    expect(strippedSentence([found], s)).toBeUndefined()
  })

  it('tells an original from a link', () => {
    expect(strippedSentence([image, original], s)).toContain('reworked copy')
  })

  it('is not said of one that could not be read, or that its address only sends to', () => {
    for (const outcome of ['not-obtained', 'leads-on'] as const) {
      expect(strippedSentence([{ ...image, outcome }, original], s)).toBeUndefined()
    }
  })

  it('is never said to have been compared', () => {
    expect(strippedSentence([image, found], s)).not.toMatch(/compared/)
  })
})

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { probeBadge } from '../../../src/content/badge-probe'
import { probeImage } from '../../../src/verifier/unbake/probe'
import { png } from './fake-page'
import { expectLittleWork } from '../cpu-time'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const state = (text: string, complete = true) => probeBadge(bytesOf(text), complete).state

describe('probeBadge of a PNG', () => {
  it('walks its chunks, and says where to go on', () => {
    expect(probeBadge(png('https://issuer.example/1'), true)).toEqual({ state: 'badge' })
    expect(probeBadge(png(), true)).toEqual({ state: 'no-badge' })
    expect(probeBadge(png().subarray(0, 33), false)).toEqual({ state: 'need-more', next: 33 })
    expect(probeBadge(png().subarray(0, 5), false)).toEqual({ state: 'need-more', next: 5 })
  })

  it('believes no word in its pixels', () => {
    const pixels = bytesOf('....IDAT<openbadges:assertion>')
    expect(probeBadge(new Uint8Array([...png(), ...pixels]), true)).toEqual({ state: 'no-badge' })
  })
})

describe('probeBadge of an SVG', () => {
  const NAMESPACE = 'xmlns:openbadges="http://openbadges.org"'

  it.each([
    `<svg ${NAMESPACE}><openbadges:assertion verify="https://issuer.example/1"/></svg>`,
    '<?xml version="1.0"?>\n<!-- a --><svg><assertion xmlns="http://openbadges.org">{}</assertion></svg>',
    '<svg xmlns:ü="https://purl.imsglobal.org/ob/v3p0"><ü:credential\n>{}</ü:credential></svg>',
    '<svg xmlns:o="http://open&#98;adges.org"><o:assertion verify="x"></o:assertion></svg>',
  ])('misses nothing that the parser finds: %s', (svg) => {
    expect(probeImage(bytesOf(svg), true).state).toBe('badge')
    expect(state(svg)).toBe('badge')
  })

  it.each([
    '<svg><path d="M0 0"/></svg>',
    '<svg><text>assertion credential openbadges</text></svg>',
    '<svg aria-label="credential"><title>assertion</title></svg>',
    '<!DOCTYPE html><title>Log in</title><assertion >',
    '<html><credential ></html>',
    'openbadges <',
    '',
  ])('finds none in %s', (text) => {
    expect(state(text)).toBe('no-badge')
  })

  it('wants more of what has only begun', () => {
    expect(state('<svg><path', false)).toBe('need-more')
    expect(state('<svg><openbadges:asser', false)).toBe('need-more')
  })

  it('takes no longer for a text that is made to be read twice', async () => {
    const hostile = `<svg><${'assertion'.repeat(50_000)}${'<'.repeat(50_000)}`
    expect(await expectLittleWork(2, () => state(hostile))).toBe('no-badge')
  })
})

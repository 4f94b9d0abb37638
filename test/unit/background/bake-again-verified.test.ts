/** What is baked again is a badge to whoever opens the file: with the verifier itself. */
import { describe, expect, it } from 'vitest'
import { bakeAgain, type BakeAgainParts } from '../../../src/background/bake-again'
import { verifyBadge } from '../../../src/verifier'
import { LIMITS } from '../../../src/verifier/http/limits'
import { bakePng } from '../../../src/verifier/unbake/bake'
import { readBackSvg } from '../../../src/verifier/unbake/svg-read-back'
import { unbake } from '../../../src/verifier/unbake/unbake'
import { fakeWeb } from '../verifier/fake-web'
import {
  assertion as assertion1,
  assertion05,
  ID,
  site as site1,
} from '../verifier/formats/open-badges-1-site'
import { assertion as assertion2, site as site2 } from '../verifier/formats/open-badges-2-site'
import { badge, ed25519, signJws } from '../verifier/signing'
import { svg } from '../verifier/unbake/svg-files'
import { plainPng } from './test-badges'

const PICTURES = { PNG: plainPng(), SVG: svg('<circle r="4"/>') }

type Site = Record<string, object>

/** What is verified from a picture with this text in it, baked into another picture, and what comes of that. */
async function again(text: string, site: Site, picture: Uint8Array) {
  const given = bakePng(plainPng(), text, { keyword: 'openbadges' })
  const report = await verified(given, site)
  expect(report).toMatchObject({ verdict: 'authentic' })
  const parts = {
    store: { get: () => ({ entries: [{ id: 'a', reportId: 'r' }] }) },
    keepsakes: {
      report: () => Promise.resolve({ report }),
      content: () => Promise.resolve({ bytes: picture, complete: true }),
    },
    lists: { current: () => [] },
    euLists: { inUse: false },
  } as unknown as BakeAgainParts
  const answer = await bakeAgain(parts, { tabId: 1, id: 'a' })
  if (answer.is !== 'baked') throw new Error(answer.why)
  const file = new Uint8Array(Buffer.from(answer.base64, 'base64'))
  return { file, report: await verified(file, site) }
}

function verified(bytes: Uint8Array, site: Site) {
  return verifyBadge({ bytes }, { fetch: fakeWeb(site).fetch })
}

describe('what is baked again verifies as before', () => {
  const pointer = JSON.stringify({ verify: { type: 'hosted', url: ID } })
  const given: [string, string, Site][] = [
    ['Open Badges 0.5', ID, { [ID]: assertion05 }],
    ['Open Badges 0.5 that a pointer led to', pointer, { [ID]: assertion05 }],
    ['Open Badges 0.5 with an id', pointer, { [ID]: { ...assertion05, id: `${ID}?another` } }],
    ['Open Badges 1.0', JSON.stringify(assertion1), site1],
    ['Open Badges 1.0 by its address', ID, site1],
    ['Open Badges 2.0', JSON.stringify(assertion2), site2],
  ]
  const cases = given.flatMap(([what, text, site]) =>
    (['PNG', 'SVG'] as const).map((kind) => [what, kind, text, site] as const),
  )

  it.each(cases)('%s in a %s', async (_, kind, text, site) => {
    const { report } = await again(text, site, PICTURES[kind])
    expect(report).toMatchObject({ verdict: 'authentic', conformity: 'conforms' })
  })
})

describe('a signed credential in an envelope', () => {
  const enveloped = async () => {
    const key = await ed25519(1)
    const jws = await signJws(badge(key.did), key, { kid: key.method, typ: 'vc+jwt' })
    const envelope = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      ...{ id: `data:application/vc+jwt,${jws}`, type: 'EnvelopedVerifiableCredential' },
    }
    return { jws, text: JSON.stringify(envelope) }
  }

  it('is the signature alone in a PNG', async () => {
    const { jws, text } = await enveloped()
    const { file, report } = await again(text, {}, PICTURES.PNG)
    expect(unbake(file, LIMITS)).toMatchObject({ text: jws, keyword: 'openbadgecredential' })
    expect(report).toMatchObject({ verdict: 'authentic', conformity: 'conforms' })
  })

  it('is the signature alone in the attribute of an SVG', async () => {
    const { jws, text } = await enveloped()
    const { file } = await again(text, {}, PICTURES.SVG)
    expect(readBackSvg(new TextDecoder().decode(file))).toEqual([{ body: '', verify: jws }])
  })
})

describe('an assertion that does not say where it is', () => {
  const site = { [ID]: assertion05 }

  it('is its address in a PNG', async () => {
    const { file } = await again(ID, site, PICTURES.PNG)
    expect(unbake(file, LIMITS)).toMatchObject({ text: ID, keyword: 'openbadges', deviations: [] })
  })

  it('is its address in the attribute of an SVG, and no body', async () => {
    const { file } = await again(ID, site, PICTURES.SVG)
    expect(readBackSvg(new TextDecoder().decode(file))).toEqual([{ body: '', verify: ID }])
  })

  it('is given as the address where its host keeps it, not as the one that led there', async () => {
    const short = 'https://short.example/1'
    const redirect = () => new Response(null, { status: 302, headers: { location: ID } })
    const { file } = await again(short, { ...site, [short]: redirect }, PICTURES.PNG)
    expect(unbake(file, LIMITS)).toMatchObject({ text: ID })
  })
})

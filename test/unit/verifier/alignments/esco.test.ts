import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findInEsco } from '../../../../src/verifier/alignments/esco'
import type { EscoLookup } from '../../../../src/verifier/alignments/esco-lookup'
import { recogniseAlignment } from '../../../../src/verifier/alignments/recognise-alignment'
import type { Alignment } from '../../../../src/verifier/credential'
import { TIMEOUT, tries } from '../robustness/runs'
import { FAILING, fakeEsco, MISSING, OLD, SILENT, SOURCE, WELD, WELDER } from './fake-esco'

const NO_WAY = { get: () => Promise.reject(new Error('the network is closed')) }
const find = (alignment: Alignment, lookup: EscoLookup | undefined = fakeEsco()) =>
  findInEsco(alignment, recogniseAlignment(alignment), lookup, NO_WAY)

const named = (name: string, language = 'en') => ({ targetName: { [language]: name } })
const uuidOf = (uri: string) => uri.split('/').at(-1) ?? ''

describe('an alignment with a URI', () => {
  test('is found with the official label and kind', async () => {
    expect(await find({ targetUrl: WELD, ...named('Weld  metal') })).toEqual({
      ...{ result: 'found', uri: WELD, label: 'weld metal', concept: 'skill' },
      ...SOURCE,
    })
  })

  test.each([
    ['weld metal', 'en'],
    ['ＷＥＬＤ　ＭＥＴＡＬ', 'en'],
    ['Weld metal', 'und'],
    ['metall schweißen', 'und'],
    ['Metall schweißen', 'de-AT'],
    // in the wrong language, but the right words
    ['weld metal', 'nl'],
    // in no language, but in a word that every object knows
    ['weld metal', 'constructor'],
    ['weld metal', 'toString-AT'],
  ])('agrees with the label "%s" (%s)', async (name, language) => {
    const finding = await find({ targetUrl: WELD, ...named(name, language) })
    expect(finding.result).toBe('found')
    expect(finding.labelNotCompared).toBeUndefined()
  })

  test.each([
    ['perform brain surgery', 'en'],
    ['perform brain surgery', 'und'],
    ['weld metal', 'de'],
    ['', 'en'],
    ['perform brain surgery 溶', 'und'],
    ['42', 'und'],
    ['weld metal '.repeat(1_000), 'en'],
  ])('differs where it is called "%.30s" (%s)', async (name, language) => {
    expect(await find({ targetUrl: WELD, ...named(name, language) })).toMatchObject({
      ...{ result: 'label-differs', label: 'weld metal' },
    })
  })

  test('differs where one of its names does', async () => {
    const targetName = { en: 'weld metal', de: 'Gehirne operieren' }
    expect((await find({ targetUrl: WELD, targetName })).result).toBe('label-differs')
  })

  test.each<Alignment>([
    { targetUrl: WELD },
    { targetUrl: WELD, ...named('metaal lassen', 'nl') },
    { targetUrl: WELD, ...named('金属を溶接する', 'und') },
  ])('is found without comparing where it cannot be compared: %j', async (alignment) => {
    expect(await find(alignment)).toMatchObject({ result: 'found', labelNotCompared: true })
  })

  test('is obsolete, whatever it is called', async () => {
    for (const name of ['use a forge', 'something else'])
      expect(await find({ targetUrl: OLD, ...named(name) })).toMatchObject({
        ...{ result: 'obsolete', label: 'use a forge' },
      })
  })

  test('is not found where ESCO says so, even under a name of ESCO', async () => {
    expect(await find({ targetUrl: MISSING, ...named('weld metal') })).toEqual({
      ...{ result: 'not-found', uri: MISSING },
      ...SOURCE,
    })
  })

  test('of a bare UUID is looked for as a skill, then as an occupation', async () => {
    const lookup = fakeEsco()
    const alignment = { targetFramework: 'ESCO', targetCode: uuidOf(WELDER), ...named('welder') }
    expect(await find(alignment, lookup)).toMatchObject({ result: 'found', uri: WELDER })
    expect(lookup.asked).toEqual([WELDER.replace('occupation', 'skill'), WELDER])
  })

  test('of a bare UUID is unchecked where half of it could not be asked', async () => {
    const half: EscoLookup = {
      ...fakeEsco(),
      concept: (uri, ...rest) =>
        uri.includes('/skill/') ? SILENT.concept(uri, ...rest) : fakeEsco().concept(uri, ...rest),
    }
    const alignment = { targetFramework: 'ESCO', targetCode: uuidOf(MISSING) }
    expect((await find(alignment, half)).result).toBe('unchecked')
  })
})

describe('an alignment without a usable URI', () => {
  const urn = 'urn:issuer:skill:1'

  test('is known by its label where exactly one concept has it', async () => {
    const alignment = { targetFramework: 'ESCO', targetUrl: urn, ...named('Weld Metal') }
    expect(await find(alignment)).toEqual({
      ...{ result: 'label-only', because: 'no-uri', uri: WELD },
      ...{ label: 'weld metal', concept: 'skill' },
      ...SOURCE,
    })
  })

  test('is not known by a label of two concepts', async () => {
    const alignment = { targetFramework: 'ESCO', targetUrl: urn, ...named('twins') }
    expect(await find(alignment)).toMatchObject({ result: 'not-found', because: 'ambiguous' })
  })

  test('is not known by a label that is no more', async () => {
    const alignment = { targetFramework: 'ESCO', targetUrl: urn, ...named('use a forge') }
    expect((await find(alignment)).result).toBe('not-found')
  })

  test('says that its URI was cut off', async () => {
    const targetUrl = WELD.slice(0, -4)
    expect(await find({ targetUrl, ...named('weld metal') })).toMatchObject({
      ...{ result: 'label-only', because: 'truncated' },
    })
    expect(await find({ targetUrl, ...named('unheard of') })).toMatchObject({
      ...{ result: 'not-found', because: 'truncated' },
    })
  })

  test('is looked for nowhere, and not missing, where it has no name either', async () => {
    expect(await find({ targetFramework: 'ESCO' })).toEqual({
      ...{ result: 'unchecked', because: 'no-uri' },
    })
  })
})

describe('where nobody can be asked', () => {
  test.each<[string, EscoLookup | undefined]>([
    ['there is no look-up', undefined],
    ['nothing is answered', SILENT],
    ['it fails', FAILING],
  ])('because %s, all is unchecked', async (_, lookup) => {
    for (const alignment of [
      { targetUrl: WELD, ...named('weld metal') },
      { targetUrl: MISSING },
      { targetFramework: 'ESCO', ...named('weld metal') },
    ]) {
      const finding = await findInEsco(alignment, recogniseAlignment(alignment), lookup, NO_WAY)
      expect(finding.result).toBe('unchecked')
      expect(finding.label).toBeUndefined()
    }
  })

  test(
    'nothing is ever said to be found or not found',
    async () => {
      const text = fc.oneof(fc.constantFrom(WELD, OLD, MISSING, 'weld metal', 'ESCO'), fc.string())
      const alignments = fc.record({
        ...{ targetUrl: text, targetCode: text, targetFramework: fc.constant('ESCO') },
        targetName: fc.dictionary(fc.constantFrom('en', 'und', '__proto__', 'nl'), text),
      })
      const property = fc.asyncProperty(alignments, async (alignment) => {
        const finding = await find(alignment, SILENT)
        expect(finding.result).toBe('unchecked')
        expect(finding.version).toBeUndefined()
      })
      await tries(property, 1_000)
    },
    TIMEOUT,
  )
})

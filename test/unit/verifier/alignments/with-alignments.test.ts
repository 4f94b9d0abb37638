import { describe, expect, test } from 'vitest'
import type { EscoLookup } from '../../../../src/verifier/alignments/esco-lookup'
import type { JsonObject } from '../../../../src/verifier/verification'
import { assertion, badge, BADGE, site, verify } from '../formats/open-badges-2-site'
import { fakeEsco, MISSING, OLD, SILENT, SOURCE, WELD } from './fake-esco'

const target = (targetName: string, targetUrl: string, more: JsonObject = {}) => ({
  ...{ targetName, targetUrl },
  ...more,
})

async function reportOf(alignment: JsonObject[], esco?: EscoLookup) {
  const pages = { ...site, [BADGE]: { ...badge, alignment } }
  return verify(assertion, pages, esco ? { esco } : {})
}

describe('the alignments of a report', () => {
  test('are all there, in order, as declared and as found', async () => {
    const report = await reportOf(
      [
        target('weld metal', WELD),
        target('Level 6', 'http://data.europa.eu/snb/eqf/6'),
        target('use a forge', OLD, { targetFramework: 'ESCO' }),
        target('Ours', 'https://issuer.example/framework', { targetFramework: 'Ours' }),
        target('weld metal', 'urn:uuid:1'),
        target('unheard of', 'urn:uuid:2'),
      ],
      fakeEsco(),
    )
    expect(report.alignments).toMatchObject([
      { kind: 'esco', at: { place: 'alignment', index: 1 }, esco: { result: 'found' } },
      { kind: 'eqf', at: { place: 'alignment', index: 2 } },
      { kind: 'esco', framework: 'ESCO', esco: { result: 'obsolete' } },
      { kind: 'other', link: 'https://issuer.example/framework' },
      { kind: 'esco', esco: { result: 'label-only', uri: WELD } },
      { kind: 'other', at: { place: 'alignment', index: 6 } },
    ])
    expect(report.alignments?.[5]).not.toHaveProperty('esco')
    expect(report.versions).toMatchObject({ esco: SOURCE.version })
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  test('take no verdict away, whatever is written in them', async () => {
    const report = await reportOf(
      [
        target('weld metal', 'http://data.europa.eu/esco/constructor/x'),
        target('weld metal', WELD, { '@language': 'toString-AT' }),
      ],
      fakeEsco(),
    )
    expect(report.verdict).toBe('authentic')
  })

  test('are unchecked without a look-up, and no version is said', async () => {
    const report = await reportOf([target('weld metal', WELD)])
    expect(report.alignments).toMatchObject([{ esco: { result: 'unchecked', uri: WELD } }])
    expect(report.versions).not.toHaveProperty('esco')
  })

  test('are absent where a badge has none', async () => {
    expect(await reportOf([])).not.toHaveProperty('alignments')
  })

  test('are looked up to a limit', async () => {
    const esco = fakeEsco()
    const report = await reportOf(
      Array.from({ length: 500 }, () => target('x', WELD)),
      esco,
    )
    expect(report.alignments).toHaveLength(60)
    expect(esco.asked).toHaveLength(60)
  })
})

describe('whatever ESCO says', () => {
  test('the verdict and its reasons stay', async () => {
    const bad = [target('brain surgery', WELD), target('a', MISSING), target('b', OLD)]
    const without = await reportOf([])
    for (const esco of [fakeEsco(), SILENT, undefined]) {
      const { verdict, reasons, checks, conformity } = await reportOf(bad, esco)
      expect({ verdict, reasons, checks, conformity }).toEqual({
        verdict: without.verdict,
        reasons: without.reasons,
        checks: without.checks,
        conformity: without.conformity,
      })
    }
  })

  test('nobody is asked about what the issuer did not write', async () => {
    const esco = fakeEsco()
    const pages = { ...site, [BADGE]: { ...badge, alignment: [target('weld metal', WELD)] } }
    // Hosted elsewhere than its issuer: a forgery.
    const forged = { ...assertion, id: 'https://evil.example/1.json' }
    const report = await verify(
      forged,
      { ...pages, 'https://evil.example/1.json': forged },
      { esco },
    )
    expect(report.authenticity).toBe('fails')
    expect(esco.asked).toEqual([])
    for (const { esco: finding } of report.alignments ?? [])
      expect(finding?.result).toBe('unchecked')
  })
})

import { describe, expect, test } from 'vitest'
import {
  headlineOf,
  issuerIdentity,
  issuerLine,
  sealTimeSource,
  sentencesIn,
  statementNames,
} from '../../../../src/ui/wording'
import { chipOf } from '../../../../src/ui/wording/chip'
import type { VerificationReport } from '../../../../src/verifier/report'
import { SEALED } from '../../../screens/seals'
import { english } from '../english'

const s = sentencesIn(english, 'en-GB')
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')

function sealed(id: string): VerificationReport {
  const report = SEALED[id]
  if (!report) throw new Error(`No sealed report ${id}`)
  return report
}

const headline = (id: string): string => plain(headlineOf(sealed(id), english, 'en-GB'))

describe('the headline tells the four seals apart', () => {
  test('qualified', () => {
    expect(headline('qualified')).toContain(
      'Verified. Issued by Example University of Technology, shown by its qualified seal.',
    )
  })

  test('advanced with a qualified certificate, which is never called verified', () => {
    expect(headline('qualified-certificate')).toContain(
      'an advanced seal with a qualified certificate of Example University of Technology',
    )
    expect(headline('qualified-certificate')).not.toContain('Verified')
  })

  test('advanced, also where a person should look for another reason', () => {
    expect(headline('advanced')).toContain('nobody whom we know vouches for when')
    expect(headline('advanced')).toContain('an advanced seal in the name of')
  })

  test('of a certificate for which nobody vouches: its name is a claim', () => {
    expect(headline('unknown-chain')).toContain(
      'which calls itself “Example University of Technology”',
    )
  })
})

test('a sealer other than the issuer is named before anything else', () => {
  expect(headline('other-sealer')).toMatch(
    /^Authentic, but sealed by Example Seals Ltd, not by Example University of Technology/,
  )
})

test('who issued it is a name only where somebody looked at the name', () => {
  const line = (id: string): string => plain(issuerLine(sealed(id), english, 'en-GB'))
  expect(line('qualified')).toBe('Example University of Technology')
  expect(line('qualified-certificate')).toBe('Example University of Technology')
  expect(line('advanced')).toContain('calls itself “Example University of Technology”')
  expect(line('unknown-chain')).toContain('calls itself')
  expect(line('revoked')).toMatch(/^Says it is from/)
})

test('the chip says "Sealed" for a qualified certificate alone', () => {
  expect(chipOf(sealed('qualified-certificate')).textKey).toBe('chipSealed')
  const { issuer } = sealed('advanced')
  expect(chipOf({ verdict: 'authentic', reasons: [], issuer }).textKey).toBe('chipIssuerUnknown')
  expect(chipOf(sealed('advanced')).textKey).toBe('chipSealTime')
  expect(chipOf(sealed('revoked')).textKey).toBe('chipSealVoid')
})

test('a certificate is told by its first and last characters', () => {
  expect(issuerIdentity(`urn:x509:sha256:${'0f'.repeat(31)}ab`)).toBe('x509:0f0f0f0f…0fab')
})

test('who says when', () => {
  expect(sealTimeSource({ source: 'self-declared' }, s)).toContain('own word')
  const authority = { commonName: 'good-tsa' }
  expect(plain(sealTimeSource({ source: 'unproven-timestamp', authority }, s))).toContain(
    'good-tsa, for which nobody vouches',
  )
})

test('a certificate that states nothing is not called qualified', () => {
  const none = { qualified: false, device: false, forSeals: false }
  expect(statementNames(none, s)).toEqual(['Nothing about being qualified'])
  expect(statementNames({ ...none, device: true }, s)).toContain(
    'It is not a qualified certificate',
  )
})

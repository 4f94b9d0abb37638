import { contexts as citizenshipContexts } from '@digitalbazaar/citizenship-context'
import { describe, expect, it } from 'vitest'
import { canonicalize } from '../../src/verifier/json-ld/canonicalize'
import { verifyDataIntegrity } from '../../src/verifier/proofs/data-integrity'
import { asObjects, asString } from '../../src/verifier/reading/json-values'
import type { JsonObject } from '../../src/verifier/verification'
import { fakeVerification, type FakeAnswer } from '../unit/verifier/fake-verification'
import { EDDSA } from './expected/w3c-vc-di-eddsa'
import { corpusJson, corpusText, describeFolder, exampleContexts, hasCorpus } from './w3c-corpus'

describeFolder('w3c-vc-di-eddsa', EDDSA)

const ISSUER = 'https://vc.example/issuers/5678'

const SIGNED = [
  'eddsa-rdfc-2022/signedDataInt.json',
  'eddsa-jcs-2022/signedJCS.json',
  'Ed25519Signature2020/signedEdSig.json',
  'proof-set-chain/signedProofSet1.json',
  'proof-set-chain/signedProofSet2.json',
  'proof-set-chain/signedProofChain1.json',
  'proof-set-chain/signedProofChain2.json',
]

/** The document with which the issuer would list these methods of other DIDs as its own. */
function issuerDocument(methods: string[]): JsonObject {
  return { id: ISSUER, type: 'Profile', assertionMethod: methods }
}

describe.runIf(hasCorpus('w3c-vc-di-eddsa'))('W3C vc-di-eddsa', () => {
  const file = (path: string) => corpusJson(`w3c-vc-di-eddsa/${path}`)
  const verify = (document: JsonObject, answers: Record<string, FakeAnswer> = {}) =>
    verifyDataIntegrity(
      document,
      ISSUER,
      fakeVerification(answers, { contexts: exampleContexts() }),
    )

  it.each([
    ['eddsa-rdfc-2022', 'DataInt'],
    ['Ed25519Signature2020', 'EdSig'],
  ])('%s: canonical document and options are those of the standard', async (folder, name) => {
    const verification = fakeVerification({}, { contexts: exampleContexts() })
    const { proof: _, ...document } = file(`${folder}/signed${name}.json`)
    const options = file(`${folder}/proofConfig${name}.json`)
    const text = (part: string) => corpusText(`w3c-vc-di-eddsa/${folder}/${part}${name}.txt`)
    expect(await canonicalize(document, verification)).toBe(text('canonDoc'))
    expect(await canonicalize(options, verification)).toBe(text('proofCanon'))
  })

  describe.each(SIGNED)('%s', (path) => {
    const document = file(path)
    const proofs = asObjects(document.proof)
    const methods = proofs.map((proof) => asString(proof.verificationMethod)!)

    it('holds where the issuer lists the key', async () => {
      const finding = await verify(document, { [ISSUER]: { json: issuerDocument(methods) } })
      expect(finding).toMatchObject({ authenticity: 'holds', questionable: false })
      expect(finding.checks.map(({ outcome }) => outcome)).toEqual(['passed', 'passed'])
      expect(finding.checks[0].reasons.map(({ code }) => code)).toEqual(
        proofs.map(() => 'signature-holds'),
      )
    })

    it('is left open where the issuer cannot be asked, though the signature holds', async () => {
      const finding = await verify(document)
      expect(finding.authenticity).toBe('unknown')
      expect(finding.checks.map(({ outcome }) => outcome)).toEqual(['passed', 'unknown'])
      expect(finding.checks[1].reasons[0]?.code).toBe('host-unreachable')
    })

    it('fails where the issuer lists other keys', async () => {
      const other = 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ3#other'
      const finding = await verify(document, { [ISSUER]: { json: issuerDocument([other]) } })
      expect(finding.authenticity).toBe('fails')
      expect(finding.checks[1].reasons[0]?.code).toBe('key-not-issuers')
    })

    it('fails where a claim was altered', async () => {
      const altered = { ...document, name: 'Doctor of Everything' }
      const finding = await verify(altered, { [ISSUER]: { json: issuerDocument(methods) } })
      expect(finding.authenticity).toBe('fails')
      expect(finding.checks[0].reasons[0]?.code).toBe('altered')
    })
  })

  it('one bound proof of a set is enough', async () => {
    const document = file('proof-set-chain/signedProofSet2.json')
    const [, second] = asObjects(document.proof)
    const listed = issuerDocument([asString(second?.verificationMethod)!])
    const finding = await verify(document, { [ISSUER]: { json: listed } })
    expect(finding.authenticity).toBe('holds')
    expect(finding.checks[1].reasons.map(({ code }) => code)).toEqual([
      'key-listed-by-issuer',
      'key-not-issuers',
    ])
  })

  it('a chain does not survive the alteration of an earlier proof', async () => {
    const document = file('proof-set-chain/signedProofChain1.json')
    const [first, second, last] = asObjects(document.proof)
    const listed = issuerDocument([asString(last?.verificationMethod)!])
    const answers = { [ISSUER]: { json: listed } }
    const shifted = { ...first, created: '2023-02-24T23:36:39Z' }
    const finding = await verify({ ...document, proof: [shifted, second!, last!] }, answers)
    expect(finding.authenticity).toBe('fails')
    const removed = await verify({ ...document, proof: [second!, last!] }, answers)
    expect(removed.authenticity).not.toBe('holds')
  })

  it('the intermediate document of a chain names proofs that it does not hold', async () => {
    const finding = await verify(file('proof-set-chain/proofChainTempDoc2.json'))
    expect(finding.checks[0].reasons[0]).toMatchObject({
      code: 'proof-malformed',
      params: { property: 'previousProof' },
    })
  })

  it('the employment credential names another did:key as its issuer', async () => {
    const document = file('eddsa-rdfc-2022/employ/signedDataInt.json')
    const issuer = asObjects(document.issuer)[0]!
    const finding = await verifyDataIntegrity(
      document,
      asString(issuer.id)!,
      fakeVerification({}, { contexts: Object.fromEntries(citizenshipContexts) }),
    )
    expect(finding.authenticity).toBe('fails')
    expect(finding.checks.map(({ outcome }) => outcome)).toEqual(['passed', 'failed'])
    expect(finding.checks[1].reasons[0]?.code).toBe('key-not-issuers')
  })
})

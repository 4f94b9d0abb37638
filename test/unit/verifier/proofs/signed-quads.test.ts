import { describe, expect, it } from 'vitest'
import type { Canonicalize } from '../../../../src/verifier/proofs/cryptosuite'
import { signedQuads } from '../../../../src/verifier/proofs/signed-quads'
import { concatenate, hashText, hashTexts } from '../../../../src/verifier/proofs/signed-texts'
import { reason } from '../../../../src/verifier/report'

const DOCUMENT = { '@context': ['https://contexts.example/'], name: 'One' }
const PROOF = { type: 'DataIntegrityProof', proofValue: 'z2' }
const OPTIONS = { type: 'DataIntegrityProof', '@context': DOCUMENT['@context'] }
const NAMES = { document: DOCUMENT, options: OPTIONS }

function refusal(detail: string) {
  return { reason: reason('json-ld-invalid', { detail }) }
}

/** Reads each of the two as its own text, but for those that it refuses. */
function canonicalizeBut(...refused: string[]): Canonicalize {
  return (part) => {
    const found = Object.entries(NAMES).find(
      ([, own]) => JSON.stringify(sorted(own)) === JSON.stringify(sorted(part)),
    )
    const name = found?.[0] ?? 'neither'
    return Promise.resolve(refused.includes(name) ? refusal(name) : `<${name}> .\n`.repeat(200))
  }
}

function sorted(object: object) {
  return Object.entries(object).sort()
}

function read(...refused: string[]) {
  return signedQuads({ document: DOCUMENT, proof: PROOF }, canonicalizeBut(...refused), 'SHA-256')
}

describe('signedQuads', () => {
  it('signs the options, then the document, each hashed by itself', async () => {
    const texts = await read()
    if ('reason' in texts) throw new Error('expected texts')
    expect([texts.options, texts.document].map((text) => text.split('>')[0])).toEqual([
      '<options',
      '<document',
    ])
    const hashes = [texts.options, texts.document].map((text) => hashText(text, 'SHA-256'))
    expect(await hashTexts(texts, 'SHA-256')).toEqual(concatenate(...(await Promise.all(hashes))))
  })

  it.each([
    { refused: ['document'], said: 'document' },
    { refused: ['options'], said: 'options' },
    { refused: ['document', 'options'], said: 'options' },
  ])('says why $said cannot be read where $refused cannot', async ({ refused, said }) => {
    expect(await read(...refused)).toEqual(refusal(said))
  })
})

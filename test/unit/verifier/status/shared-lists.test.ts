/** Credentials of one presentation that point into one list, which proves itself in more than one way. */
import { expect, it } from 'vitest'
import { verifyBadge } from '../../../../src/verifier'
import { europeanCredential, ISSUER } from '../../../fixtures/elm-3'
import { sealCredential, trustedLists, UNIVERSITY } from '../../../fixtures/seals'
import { fakeWeb } from '../fake-web'
import { badge, ed25519, signDocument } from '../signing'
import { bits, encodeList, entry, LIST_URL, listCredential } from './status-world'

const DID = 'did:web:college.example'
const CONTEXT = 'https://www.w3.org/ns/credentials/v2'

/** The college revoked this badge. */
async function revokedBadge() {
  const key = await ed25519(7)
  const college = { ...key, did: DID, method: `${DID}#k` }
  const method = { id: college.method, type: 'Multikey', controller: DID }
  return {
    genuine: await signDocument(badge(DID, { credentialStatus: entry() }), college),
    document: {
      id: DID,
      verificationMethod: [{ ...method, publicKeyMultibase: key.multikey }],
      assertionMethod: [college.method],
    },
  }
}

it('a list in somebody’s seal says nothing of a badge beside what they sealed', async () => {
  const { genuine, document } = await revokedBadge()
  const issuer = { ...ISSUER, id: DID, legalName: { en: UNIVERSITY.organisation } }
  const own = { issuer, credentialStatus: entry({ statusListIndex: '9' }) }
  const bait = await sealCredential(europeanCredential({}, own))
  const subject = { encodedList: encodeList(bits(131_072)) }
  const pages = {
    'https://college.example/.well-known/did.json': document,
    [LIST_URL]: await sealCredential(listCredential([], { issuer: DID, subject })),
  }
  for (const verifiableCredential of [
    [bait, genuine],
    [genuine, bait],
  ]) {
    const shown = { '@context': [CONTEXT], type: ['VerifiablePresentation'], verifiableCredential }
    const report = await verifyBadge(
      { text: JSON.stringify(shown) },
      {
        ...{ fetch: fakeWeb(pages).fetch, now: () => new Date('2026-02-01T12:00:00Z') },
        trustedLists: await trustedLists(),
      },
    )
    expect(report.verdict).toBe('attention')
    const formats = ['ELM/3', 'OpenBadges/3.0']
    const [sealed, signed] = formats.map((name) => report.parts.find((one) => one.format === name))
    expect(sealed).toMatchObject({ authenticity: 'holds', currency: 'current' })
    expect(signed).toMatchObject({
      ...{ authenticity: 'holds', currency: 'unknown' },
      ...{ verdict: 'attention', reason: 'status-list-unproven' },
    })
  }
})

import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bundledTerms } from '../../../../src/verifier/json-ld/bundled-terms'
import { PLAIN_SCHEMES } from '../../../../src/verifier/json-ld/spelled-names'
import { BUNDLED_CONTEXTS } from '../../../../src/verifier/json-ld/contexts'
import { contextLoader, UnknownContextError } from '../../../../src/verifier/json-ld/loader'
import { canonicalizeWithLibrary } from '../../../../src/verifier/json-ld/with-library'
import type { JsonObject } from '../../../../src/verifier/verification'
import { fakeVerification } from '../fake-verification'

const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/'
const OB_300 = 'ce6ab7f5729910f4fd7f35ec2cdb91f15446d1d2f886b6ccc1c1380b47fa8383'

/** SHA-256 of the compact JSON, taken when the documents were copied from their packages. */
const DIGESTS: Record<string, string> = {
  'https://www.w3.org/2018/credentials/v1':
    '778eb3a2ffad5df9773231da61b42c098e9849844873a6b5bf9be95c70d73df7',
  'https://www.w3.org/ns/credentials/v2':
    'bf6fd611e6773d58f649459a45dbbb81f94e8cfd058a756644cd5a4a882c4050',
  'https://www.w3.org/ns/credentials/undefined-terms/v2':
    '3b11e1df8c618447e9f79f3737e3c30fc0841537eb95f36003742c633672bb9f',
  'https://w3id.org/security/data-integrity/v1':
    '3d76dae0cd98b289312e02c08d6a7b746cb1c66da17d605067f10f697ea0a76c',
  'https://w3id.org/security/data-integrity/v2':
    'be223c58c54657e930970f0d11f03caf7287bddc7be7e6f010855190c6b39c21',
  'https://w3id.org/security/multikey/v1':
    '91f130b30b6705ee65dfa8f86e74922a74aaa0d5fc8bb35427ec2d607d3ad3eb',
  'https://w3id.org/security/suites/ed25519-2018/v1':
    'c3d1eea8c0bbf29676e3141d2f29cca3717259800f0e75caee7dbab3e782f25b',
  'https://w3id.org/security/suites/ed25519-2020/v1':
    '9ccf2b2a579a86c1fd167f4d1dfbdebc72dae44c7b4d592715cd621e1b5c6ba8',
  'https://www.w3.org/ns/credentials/status/v1':
    '1d5d557d174395f467c025726ff37da4b18e81d95e2a7e285d8e2158e5f889ce',
  'https://w3id.org/vc/status-list/2021/v1':
    '2420f53a4af31944aade1e7b98dc2b2e94fd243438d20864e39b1bbf74dc3c28',
  [`${OB}context.json`]: OB_300,
  [`${OB}context-3.0.0.json`]: OB_300,
  [`${OB}context-3.0.1.json`]: 'a6196945628b9d02b7b60f57f0a8f6baa9771a202d1a9e378555fc95d71d6c33',
  [`${OB}context-3.0.2.json`]: '3b7ee3db2a81386e4369ea73ccc6b85f3cf463094e633466cee7e0b048cbeb35',
  [`${OB}context-3.0.3.json`]: 'e407ae98563c7b4708be4c8198a7f254bc09c131afc68e73d5f90eb0a34c6f7f',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json':
    '114c37a0eee7ff5feb6247625d741ad22f1e7d146ef23059330a73b69d9ca735',
  [`${OB}extensions.json`]: 'f9767b4f07e2c92e6c084c34882f67cb335b13f0aface4b9bfc2ea08432a5892',
}

describe('bundled contexts', () => {
  it('are the documents that were published', () => {
    const digests = [...BUNDLED_CONTEXTS].map(([url, document]) => [
      url,
      createHash('sha256').update(JSON.stringify(document)).digest('hex'),
    ])
    expect(Object.fromEntries(digests)).toEqual(DIGESTS)
  })

  it('are all of the files', () => {
    const folder = new URL('../../../../src/verifier/json-ld/contexts/', import.meta.url)
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
    expect(files).toHaveLength(new Set(BUNDLED_CONTEXTS.values()).size)
  })

  it('refer to no other context', () => {
    const text = JSON.stringify([...BUNDLED_CONTEXTS.values()])
    expect(text).not.toMatch(/"@context":\s*("|\[)|"@import"/)
  })
})

describe('contextLoader', () => {
  it('throws for what is not bundled, whatever the spelling', () => {
    const load = contextLoader({ 'https://x.example/': {} })
    expect(load('https://x.example/')).toEqual({})
    for (const url of ['https://www.w3.org/ns/credentials/V2', 'toString', '__proto__', ''])
      expect(() => load(url)).toThrow(UnknownContextError)
    expect(() => contextLoader()('https://x.example/')).toThrow(UnknownContextError)
  })

  it('does not let an added context replace a bundled one', () => {
    const url = 'https://www.w3.org/ns/credentials/v2'
    expect(contextLoader({ [url]: {} })(url)).toBe(BUNDLED_CONTEXTS.get(url))
  })
})

/** What a context would be refused for when a document names it, those scoped to its terms included. */
it.each([...BUNDLED_CONTEXTS.keys()])(
  '%s is processed whole, with every scope in it',
  async (url) => {
    const document = { '@context': url, '@id': 'urn:a:1', '@type': 'urn:a:2' }
    const read = await canonicalizeWithLibrary(document, fakeVerification(), 'SHA-256')
    expect(read).toContain('<urn:a:1>')
  },
)

describe('bundledTerms', () => {
  it('expands terms, prefixes and scopes', () => {
    const { iris, all, typesLikeProperties } = bundledTerms()
    const credentials = 'https://www.w3.org/2018/credentials#'
    expect(iris.get('credentialStatus')).toEqual(new Set([`${credentials}credentialStatus`]))
    expect(iris.get('AchievementCredential')).toEqual(iris.get('OpenBadgeCredential'))
    expect(all).toContain('https://purl.imsglobal.org/spec/vc/ob/vocab.html#humanCode')
    expect(typesLikeProperties).toContain('Criteria')
    expect(typesLikeProperties).not.toContain('VerifiableCredential')
  })

  it('have one name only for each property, so that none can be hidden behind the other', () => {
    const { iris } = bundledTerms()
    const names = new Map<string, string[]>()
    for (const [term, own] of iris)
      if (/^[a-z]/.test(term))
        for (const iri of own) names.set(iri, [...(names.get(iri) ?? []), term])
    expect([...names.values()].filter((terms) => terms.length > 1)).toEqual([])
  })

  it('knows which terms shorten IRIs', () => {
    expect([...bundledTerms().prefixes].sort()).toEqual(['cred', 'obi', 'sec', 'xsd'])
  })

  it('takes no ordinary scheme for a prefix, since ids of these are not looked up', () => {
    expect(PLAIN_SCHEMES.filter((scheme) => bundledTerms().prefixes.has(scheme))).toEqual([])
  })

  it('stands for IRIs with a colon alone, since names without one are not looked up', () => {
    expect([...bundledTerms().all].filter((iri) => !iri.includes(':'))).toEqual([])
  })

  it('knows every IRI that a bundled context writes out', () => {
    const { all } = bundledTerms()
    const missing: string[] = []
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [name, member] of Object.entries(value as JsonObject)) {
        if (name !== '@type' && name !== '@vocab' && typeof member === 'string')
          if (member.startsWith('http') && !all.has(member)) missing.push(member)
        walk(member)
      }
    }
    for (const document of BUNDLED_CONTEXTS.values()) walk(document)
    expect(missing).toEqual([])
  })
})

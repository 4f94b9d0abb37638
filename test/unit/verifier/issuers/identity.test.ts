import { describe, expect, test } from 'vitest'
import { issuerDisplay } from '../../../../src/verifier/issuers/identity'

describe('what stands behind an issuer’s id', () => {
  test.each([
    ['https://issuer.example/issuers/1', 'issuer.example'],
    ['http://www.university.edu/badges', 'www.university.edu'],
    ['https://badges.cs.university.edu/', 'badges.cs.university.edu'],
    ['https://openbadges.learning.university.ac.uk/', 'openbadges.learning.university.ac.uk'],
    ['https://ISSUER.example:8443/x', 'issuer.example:8443'],
    // multi-tenant hosts: the whole site, never the platform alone
    ['https://alice.github.io/issuer.json', 'alice.github.io'],
    ['https://bucket.s3.amazonaws.com/issuer.json', 'bucket.s3.amazonaws.com'],
    ['https://raw.githubusercontent.com/alice/x', 'raw.githubusercontent.com'],
    // DIDs
    ['did:web:issuer.example', 'issuer.example'],
    ['did:web:Issuer.Example:users:1', 'issuer.example/users/1'],
    ['did:web:issuer.example%3A8443:a', 'issuer.example:8443/a'],
    ['did:web:issuer.example#key-1', 'issuer.example'],
    ['did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK', 'did:key:z6Mk…2doK'],
    ['did:jwk:eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5In0', 'did:jwk:eyJr…5In0'],
    ['did:example:short', 'did:example:short'],
    [`urn:x509:sha256:c858624a${'0'.repeat(48)}6abf04ff`, 'x509:c858624a…6abf04ff'],
    ['', ''],
  ])('%s → %s', (id, shown) => {
    expect(issuerDisplay(id)).toBe(shown)
  })
})

describe('attacks', () => {
  test.each([
    // a famous name in front of one's own
    ['https://university.edu.evil.example/', '….evil.example'],
    ['https://university.edu.evil.com/', '….evil.com'],
    ['https://www.university.ac.uk.evil.com/', '….evil.com'],
    ['https://university.edu.alice.github.io/', '….alice.github.io'],
    ['did:web:university.edu.evil.com:x', '….evil.com/x'],
    ['https://university.edu.x.evil.com/', '….evil.com'],
    ['https://www.university.edu.login.alice.github.io/', '….alice.github.io'],
    ['https://alice.github.io.evil.com/', '….evil.com'],
    ['did:web:university.edu.login.evil.com', '….evil.com'],
    // a name so long that one's own would be cut off
    [
      'did:web:badges.university-edu.verify-credentials-online-service-portal-2026.evil.com',
      '….evil.com',
    ],
    [`https://university-edu.${'a'.repeat(60)}.evil.com/`, '….evil.com'],
    [`did:web:${'a'.repeat(60)}.com:b:c`, `${'a'.repeat(60)}.com…`],
    [`https://${'a'.repeat(63)}.co.uk/`, `${'a'.repeat(63)}.co.uk`],
    // homoglyphs and directions
    ['https://unіversity.edu/', 'xn--unversity-w9h.edu'],
    ['https://university.edu@evil.com/', 'evil.com'],
    ['https://evil.com\\@university.edu/', 'evil.com'],
    ['did:web:evil.com%2Funiversity.edu', 'did:web:evil.com%2Funiversity.edu'],
    ['did:web:university.edu@evil.com', 'did:web:university.edu@evil.com'],
    ['did:web:evil.com:\u202euniversity.edu', 'evil.com/%E2%80%AEuniversity.edu'],
    ['did:example:\u202e\u0000<b>', 'did:example:%E2%80%AE%00<b>'],
    ['University of Example', 'University%20of%20Example'],
    ['\ud800', '%EF%BF%BD'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('%j → %s', (id, shown) => {
    expect(issuerDisplay(id)).toBe(shown)
  })

  test('an id of any length is shown short', () => {
    expect(issuerDisplay('x'.repeat(100_000)).length).toBeLessThanOrEqual(64)
    expect(issuerDisplay(`did:web:issuer.example:${'x:'.repeat(1000)}`).length).toBe(64)
  })
})

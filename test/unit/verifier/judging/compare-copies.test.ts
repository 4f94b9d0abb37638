import { describe, expect, it } from 'vitest'
import { compareCopies } from '../../../../src/verifier/judging/compare-copies'
import type { JsonObject } from '../../../../src/verifier/verification'
import { assertion, badge, ISSUER, site, verify } from '../formats/open-badges-2-site'

const HOSTED: JsonObject = { ...assertion, badge }
const differences = (baked: JsonObject, hosted: JsonObject = HOSTED) => {
  const [why] = compareCopies(baked, hosted).reasons
  return why?.code === 'baked-copy-differs' ? why.params.properties : []
}
const embedding = (changes: JsonObject) => ({ ...assertion, badge: { ...badge, ...changes } })

describe('a baked copy that says something else', () => {
  it.each<[string, JsonObject]>([
    ['badge.name', embedding({ name: 'PhD' })],
    ['badge.name', embedding({ name: ['PhD'] })],
    ['badge.name', embedding({ name: { '@value': 'PhD' } })],
    ['badge.name', embedding({ name: [{ '@value': 'PhD', '@language': 'en' }] })],
    ['badge.name', embedding({ name: { en: 'PhD' } })],
    ['badge.name', embedding({ name: { en: badge.name, nl: 'PhD' } })],
    ['badge.name', embedding({ name: [badge.name, 'PhD'] })],
    ['badge.name', embedding({ name: 7 })],
    ['badge.name', { ...assertion, badge: [{ ...badge, name: 'PhD' }] }],
    ['issuer', embedding({ issuer: 'https://harvard.example/issuer.json' })],
    ['issuer', embedding({ issuer: ['https://harvard.example/issuer.json'] })],
    ['issuer', embedding({ issuer: { id: ['https://harvard.example/issuer.json'] } })],
    ['issuer', embedding({ issuer: [ISSUER, 'https://harvard.example/issuer.json'] })],
    ['issuer', embedding({ issuer: true })],
    ['badge', { ...assertion, badge: 'https://issuer.example/other' }],
    ['badge', { ...assertion, badge: ['https://issuer.example/other'] }],
    ['badge', { ...assertion, badge: { '@value': 'https://issuer.example/other' } }],
    ['badge', { ...assertion, badge: [badge.id, 'https://issuer.example/other'] }],
    ['badge', embedding({ id: 7 })],
    ['recipient', { ...assertion, recipient: 'mailto:other@example.org' }],
    ['recipient', { ...assertion, recipient: ['other@example.org'] }],
    ['recipient', { ...assertion, recipient: [{ ...assertion.recipient, identity: 'other' }] }],
    ['recipient', { ...assertion, recipient: { ...assertion.recipient, identity: ['other'] } }],
    ['recipient', { ...assertion, recipient: { ...assertion.recipient, salt: 7 } }],
    ['id', { ...assertion, id: ['https://issuer.example/assertions/2.json'] }],
  ])('differs in %s: %#', (property, baked) => {
    expect(differences(baked)).toEqual([property])
  })

  it('is for a person to look at', async () => {
    const report = await verify(embedding({ name: ['PhD in Physics'] }), site)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'baked-copy-differs' })
  })
})

describe('an honest copy agrees', () => {
  const reversed = (object: object) => Object.fromEntries(Object.entries(object).reverse())
  const linked: JsonObject = { ...HOSTED, badge: { ...badge, id: '' } }

  it.each<[string, JsonObject, JsonObject?]>([
    ['to the letter', assertion],
    ['with its badge class embedded', embedding({})],
    ['with its badge class embedded, without an id', embedding({ id: undefined! })],
    ['where the host embeds the badge class, without an id', assertion, linked],
    ['with its issuer embedded', embedding({ issuer: { id: ISSUER, name: 'Example' } })],
    ['in another order', reversed({ ...assertion, badge: reversed(badge) })],
    ['with members that the host leaves out', { ...assertion, narrative: 'x', image: 'urn:x' }],
    ['with less than the host says', { '@context': assertion['@context'], id: assertion.id }],
    [
      'by http',
      JSON.parse(JSON.stringify(embedding({})).replaceAll('https://', 'http://')) as JsonObject,
    ],
    ['with lists of one', { ...assertion, recipient: [assertion.recipient], badge: [badge.id] }],
    ['with nothing in it', { ...assertion, recipient: null, badge: [] }],
    ['with a name in a list', embedding({ name: [{ '@value': badge.name }] })],
    [
      'with fewer languages',
      embedding({ name: { '@value': 'Course', '@language': 'en' } }),
      { ...HOSTED, badge: { ...badge, name: { nl: 'Cursus', en: 'Course' } } },
    ],
    [
      'with a salt as a number',
      { ...assertion, recipient: { ...assertion.recipient, salt: 7 } },
      { ...HOSTED, recipient: { ...assertion.recipient, salt: '7' } },
    ],
  ])('%s', (_, baked, hosted) => {
    expect(differences(baked, hosted)).toEqual([])
  })

  it.each<[string, JsonObject, JsonObject]>([
    [
      'Moodle',
      {
        uid: 'abc',
        id: 'https://m.example/badges/assertion.php?b=abc&obversion=2',
        recipient: { identity: 'sha256$aa', type: 'email', hashed: true, salt: '' },
        badge: {
          id: 'https://m.example/badges/badge_json.php?id=3',
          name: 'B',
          issuer: 'https://m.example/i',
        },
      },
      {
        id: 'https://m.example/badges/assertion.php?b=abc&obversion=2',
        recipient: { type: 'email', hashed: true, identity: 'sha256$aa' },
        badge: {
          id: 'https://m.example/badges/badge_json.php?id=3',
          name: 'B',
          issuer: 'https://m.example/i',
        },
      },
    ],
    [
      'Badgr',
      {
        id: 'https://b.example/public/assertions/X',
        badge: 'https://b.example/public/badges/Y',
        recipient: { identity: 'sha256$bb', hashed: true, type: 'email', salt: 's' },
        evidence: [],
      },
      {
        id: 'https://b.example/public/assertions/X',
        badge: {
          id: 'https://b.example/public/badges/Y',
          name: 'B',
          issuer: 'https://b.example/public/issuers/Z',
        },
        recipient: { type: 'email', identity: 'sha256$bb', salt: 's', hashed: true },
      },
    ],
    [
      'Credly',
      {
        id: 'https://c.example/obi/v2/badge_assertions/1',
        badge: 'https://c.example/obi/v2/badge_classes/1',
        recipient: { type: 'email', hashed: true, salt: 's', identity: 'sha256$cc' },
        expires: null,
      },
      {
        id: 'https://c.example/obi/v2/badge_assertions/1',
        badge: {
          id: 'https://c.example/obi/v2/badge_classes/1',
          name: 'n',
          issuer: { id: 'https://c.example/i' },
        },
        recipient: { type: 'email', hashed: true, salt: 's', identity: 'sha256$cc' },
      },
    ],
  ])('of the shape of %s', (_, baked, hosted) => {
    expect(differences(baked, hosted)).toEqual([])
  })
})

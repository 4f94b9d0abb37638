import type { AddedList, TrustListSummary } from '../../src/platform/messages'

/** One list as it should be, and one that attacks whoever reads it. */
export const LISTS: TrustListSummary[] = [
  {
    id: 'https://quality.example/providers.json',
    name: 'Accredited providers of micro-credentials',
    publisher: 'Example Quality Agency',
    url: 'https://quality.example/providers.json',
    licence: 'CC-BY-4.0',
    updated: '2026-03-01',
    retrieved: '2026-06-01T09:30:00Z',
    fromAddress: true,
    ...{ issuers: 118, entries: 120, ended: 4, scoped: 17 },
    shownIssuers: [
      { id: 'did:web:tech.example', name: 'Example University of Technology' },
      { id: 'https://badges.academy.example/issuer.json', name: 'Academy of Examples' },
      { id: 'did:key:z6MkpLDL3RoAoMRTwTgo3rs39ZwssfaPKtGdZw7AGRN7CK4W', name: 'Keyed College' },
    ],
    problems: [
      {
        entry: 'did:web:old.example',
        property: 'validUntil',
        expected: 'a date such as 2027-12-31',
      },
      { entry: '#77', property: 'id', expected: 'a DID or an https address', missing: true },
    ],
    problemCount: 2,
  },
  {
    id: 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    name: '<img src=x onerror=alert(1)> \u202Etsil detsurt\u202C Everybody',
    publisher: '</dd><script>alert(2)</script> الجامعة',
    url: 'javascript:alert(3)',
    retrieved: '2026-06-01T09:30:00Z',
    fromAddress: false,
    ...{ issuers: 1, entries: 2, ended: 1, scoped: 0 },
    shownIssuers: [{ id: `did:web:${'a'.repeat(200)}.example`, name: 'N'.repeat(300) }],
    problems: [{ entry: '<b>x</b>', property: '', expected: 'an object' }],
    problemCount: 1,
  },
]

export const UNREADABLE: AddedList = {
  is: 'unreadable',
  problem: { property: 'updated', expected: 'a date such as 2027-12-31', missing: true },
}

export const REGISTRIES: AddedList = {
  is: 'registries',
  registries: [
    {
      name: 'Member Registry',
      type: 'dcc-legacy',
      url: 'https://registries.example/a-rather-long-path/to/members/registry.json',
    },
    { name: 'Federation of Issuers', type: 'oidf' },
  ],
  problems: [
    { entry: '#3', property: 'name', expected: 'the name of the registry', missing: true },
  ],
}

/** Profiles of pages: of what holds, of what contradicts itself, and of what attacks. */
import type {
  ProfileBadge,
  ProfilePart,
  ProfileSkill,
  ProfileSummary,
} from '../../src/profile/profile-summary'
import type { PageProfile } from '../../src/platform/messages'

const LONG =
  'Leadership of Interdisciplinary and Intercultural Engineering Projects under Uncertainty'

function badge(id: string, name: string, issuer: string, shown = 1): ProfileBadge {
  return { id, name, sha256: '9f86d081884c7d65', issuer, shown }
}

function skill(label: string, badges: string[], more: Partial<ProfileSkill> = {}): ProfileSkill {
  return {
    uri: `http://data.europa.eu/esco/skill/${label}`,
    label,
    concept: 'skill',
    badges,
    ...more,
  }
}

export const EMPTY_PART: ProfilePart = {
  ...{ badges: [], issuers: [], countries: [], countryUnknown: [] },
  levels: { byLevel: [], none: [] },
  credit: { overlaps: [], otherCredits: [], none: [] },
  skills: { found: [], obsolete: 0, notFound: 0, unchecked: 0 },
  timeLine: { dated: [], undated: [] },
}

const TRUSTED: ProfilePart = {
  badges: [
    badge('trusted', 'Data Analysis Foundations', 'did:web:tech.example', 3),
    badge('japanese', '食品安全マネジメント基礎', 'https://online.example/issuer'),
    badge('long', LONG, 'did:web:tech.example'),
  ],
  issuers: [
    {
      id: 'did:web:tech.example',
      registeredName: 'Example University of Technology',
      claimedNames: ['Example University of Technology'],
      badges: ['long', 'trusted'],
    },
    {
      id: 'https://online.example/issuer',
      registeredName: 'Example Online University',
      claimedNames: ['Example Online University'],
      badges: ['japanese'],
    },
  ],
  countries: [
    { country: 'AT', badges: ['long', 'trusted'] },
    { country: 'JP', badges: ['japanese'] },
  ],
  countryUnknown: [],
  levels: {
    lowest: 5,
    highest: 7,
    byLevel: [
      { level: 5, badges: ['japanese'] },
      { level: 6, badges: ['trusted'] },
      { level: 7, badges: ['long'] },
    ],
    none: [],
  },
  credit: {
    ects: { from: 11.5, to: 11.5 },
    hours: { from: 15, to: 15 },
    overlaps: [
      {
        kind: 'related',
        badges: ['long', 'trusted'],
        counted: { from: 8.5, to: 8.5 },
        notCounted: { from: 3, to: 3 },
      },
    ],
    otherCredits: [],
    none: [],
  },
  skills: {
    found: [
      skill('data visualisation software', ['trusted'], { labelDiffers: true }),
      skill('food safety principles', ['japanese'], { concept: 'knowledge', labelOnly: true }),
      skill('perform data analysis', ['long', 'trusted']),
    ],
    obsolete: 1,
    notFound: 2,
    unchecked: 0,
  },
  timeLine: {
    dated: [
      { date: '2024-09-02T00:00:00.000Z', badge: 'japanese' },
      { date: '2026-03-14T00:00:00.000Z', badge: 'trusted' },
    ],
    undated: ['long'],
  },
}

const AUTHENTIC: ProfilePart = {
  ...EMPTY_PART,
  badges: [
    badge('authentic', 'Machine Learning in Production', 'did:key:z6MkpLDL3RoAoMRTwTgo3rs39Zww'),
  ],
  issuers: [
    {
      id: 'did:key:z6MkpLDL3RoAoMRTwTgo3rs39ZwssfaPKtGdZw7AGRN7CK4W',
      claimedNames: ['Grand Institute'],
      badges: ['authentic'],
    },
  ],
  countryUnknown: ['authentic'],
  levels: { lowest: 8, highest: 8, byLevel: [{ level: 8, badges: ['authentic'] }], none: [] },
  credit: { overlaps: [], otherCredits: ['authentic'], none: [] },
  timeLine: { dated: [{ date: '2025-01-31T00:00:00.000Z', badge: 'authentic' }], undated: [] },
}

const MIXED: ProfileSummary = {
  schema: 1,
  trusted: TRUSTED,
  authentic: AUTHENTIC,
  leftOut: { attention: 1, invalid: 2, unverifiable: 1 },
  notAwards: 0,
  notChecked: 3,
  recipients: {
    comparison: 'unknown',
    groups: [
      {
        identities: [{ type: 'id', value: 'did:example:learner' }],
        badges: ['japanese', 'long', 'trusted'],
      },
      { identities: [], hashedOnly: true, badges: ['authentic'] },
    ],
  },
  contradictions: [],
}

const CONTRADICTORY: ProfileSummary = {
  ...MIXED,
  recipients: {
    comparison: 'differ',
    groups: [
      {
        identities: [
          { type: 'id', value: 'did:example:learner' },
          { type: 'email', value: 'mira.lindqvist@mail.example' },
        ],
        badges: ['japanese', 'trusted'],
      },
      { identities: [{ type: 'name', value: 'Jonas Berg' }], badges: ['long'] },
      { identities: [], badges: ['authentic'] },
    ],
  },
  contradictions: [
    { code: 'recipients-differ', badges: ['japanese', 'long', 'trusted'] },
    {
      code: 'issuer-names-differ',
      issuer: 'did:web:tech.example',
      names: ['Example University of Technology', 'Grand Institute of Everything'],
      badges: ['long', 'trusted'],
    },
    {
      code: 'issuer-countries-differ',
      issuer: 'did:web:tech.example',
      countries: ['AT', 'JP'],
      badges: ['long', 'trusted'],
    },
    { code: 'levels-differ', levels: [6, 8], badges: ['trusted'] },
    { code: 'level-out-of-range', badges: ['long'] },
    { code: 'workloads-differ', badges: ['long', 'trusted'] },
    { code: 'workload-out-of-range', badges: ['authentic'] },
  ],
}

const ATTACK = `<img src=x onerror=alert(1)>\u202E${'W'.repeat(120)}`

const HOSTILE: ProfileSummary = {
  ...CONTRADICTORY,
  trusted: {
    ...TRUSTED,
    badges: TRUSTED.badges.map((each) => ({ ...each, name: ATTACK })),
    issuers: TRUSTED.issuers.map((each) => ({ ...each, registeredName: ATTACK })),
    countries: [{ country: 'ZZ', badges: ['trusted'] }],
    credit: { ...TRUSTED.credit, ects: { from: 10_250.125, to: 11_250.125 } },
    skills: { ...TRUSTED.skills, found: [skill(ATTACK, ['trusted', 'long'])] },
  },
  recipients: {
    comparison: 'unknown',
    groups: [{ identities: [{ type: 'email', value: ATTACK }], badges: ['trusted'] }],
  },
  contradictions: CONTRADICTORY.contradictions.map((each) =>
    each.code === 'issuer-names-differ' ? { ...each, names: [ATTACK, `${ATTACK}2`] } : each,
  ),
}

const of = (summary: ProfileSummary): PageProfile => ({
  host: 'jobs.example',
  judgedAt: '2026-06-01T09:30:00Z',
  summary,
})

/** `one`: all from one source, so that there is nothing apart. `plain`: no badge says anything of it. */
export const PROFILES = {
  one: of({ ...MIXED, authentic: EMPTY_PART, leftOut: {}, notChecked: 0 }),
  mixed: of(MIXED),
  contradictory: of(CONTRADICTORY),
  hostile: of(HOSTILE),
  plain: of({
    ...MIXED,
    trusted: EMPTY_PART,
    authentic: {
      ...AUTHENTIC,
      levels: { byLevel: [], none: ['authentic'] },
      credit: { ...EMPTY_PART.credit, none: ['authentic'] },
    },
  }),
} satisfies Record<string, PageProfile>

import type { Credential } from '../../src/verifier/credential'

/** What most badges of the scenes say. */
export const CREDENTIAL: Credential = {
  id: 'urn:uuid:3f9c5c4e-6a1f-4f0b-9e0a-8b1d0c9d7a11',
  format: 'OpenBadges/3.0',
  types: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: {
    id: 'did:web:tech.example',
    types: ['Profile'],
    name: { en: 'Example University of Technology' },
    url: 'https://tech.example/',
    description: { en: 'A public university that teaches engineering and computing.' },
    country: 'AT',
  },
  achievements: [
    {
      id: 'https://tech.example/achievements/data-analysis',
      types: ['Achievement'],
      name: { en: 'Data Analysis Foundations', de: 'Grundlagen der Datenanalyse' },
      description: {
        en: 'Cleans, models and explains data sets of moderate size, and presents what follows from them.',
      },
      achievementType: 'MicroCredential',
      criteria: {
        url: 'https://tech.example/achievements/data-analysis/criteria',
        narrative: {
          en: 'A supervised project of 30 hours on a data set of the learner’s choice.\nGraded by two examiners; 60 of 100 points are needed.',
        },
      },
      alignments: [
        {
          targetName: { en: 'perform data analysis' },
          targetUrl: 'http://data.europa.eu/esco/skill/2b92a5b2-6758-4ee3-9fb4-b6387a55cc8f',
          targetFramework: 'ESCO',
          targetType: 'ext:Skill',
        },
        {
          targetName: { en: 'Level 6' },
          targetUrl: 'https://europass.europa.eu/eqf#6',
          targetFramework: 'European Qualifications Framework',
          targetCode: '6',
        },
      ],
      tags: ['data', 'statistics', 'visualisation'],
      creditsAvailable: 3,
      fieldOfStudy: 'Computing',
      language: 'en',
      resultDescriptions: [{ id: 'urn:r1', name: { en: 'Final grade' } }],
    },
  ],
  recipient: {
    id: 'did:example:learner',
    identities: [{ type: 'emailAddress', value: 'sha256$c0ffee', hashed: true }],
  },
  validFrom: '2026-03-14T00:00:00Z',
  validUntil: '2029-03-14T00:00:00Z',
  evidence: [
    {
      url: 'https://portfolio.example/projects/air-quality',
      name: { en: 'Air quality in three cities' },
      narrative: { en: 'Report and notebook of the supervised project.' },
    },
  ],
  results: [{ resultDescription: 'urn:r1', value: '1.3', alignments: [] }],
  creditsEarned: 3,
  endorsementCount: 0,
}

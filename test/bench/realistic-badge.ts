import type { JsonObject } from '../../src/verifier/verification'
import { ed25519, signDocument } from '../unit/verifier/signing'
import type { SignedBadge } from './verifiers/verifier'

/** An Open Badges 3.0 credential as schools issue them, about 2.4 kB of JSON, signed by a did:key. */
export async function realisticBadge(): Promise<SignedBadge> {
  const key = await ed25519(1)
  const credential = await signDocument(unsigned(key.did), key)
  return { credential, text: JSON.stringify(credential), did: key.did }
}

const COLLEGE = 'https://college.example'

function unsigned(did: string): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:7d1d0f9e-6a43-4f44-9f0c-2f9d3c0c8a11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Welding, level 2',
    description: 'Awarded to those who join steel safely and to drawing.',
    image: {
      id: `${COLLEGE}/badges/welding-2.png`,
      type: 'Image',
      caption: 'A torch and two plates',
    },
    issuer: {
      id: did,
      type: ['Profile'],
      name: 'College of Crafts',
      url: COLLEGE,
      email: 'badges@college.example',
      description: 'Further education in metal, wood and stone since 1911.',
      image: { id: `${COLLEGE}/logo.png`, type: 'Image', caption: 'The college’s logo' },
    },
    validFrom: '2025-06-01T00:00:00Z',
    validUntil: '2099-06-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:learner',
      type: ['AchievementSubject'],
      achievement: {
        id: `${COLLEGE}/achievements/welding-2`,
        type: ['Achievement'],
        achievementType: 'Certificate',
        name: 'Welding, level 2',
        description: 'Joins mild steel in all positions by MMA and MIG, and tests what was joined.',
        criteria: {
          id: `${COLLEGE}/achievements/welding-2/criteria`,
          narrative:
            'Forty hours in the workshop, a written test on safety and materials with at least ' +
            '70 %, and three test pieces that hold under the bend test.',
        },
        image: { id: `${COLLEGE}/badges/welding-2.png`, type: 'Image' },
        tag: ['welding', 'metalwork', 'MIG', 'MMA'],
        alignment: [
          {
            type: ['Alignment'],
            targetName: 'operate welding equipment',
            targetUrl: 'https://skills.example/esco/7d3c1f',
            targetFramework: 'Skills, competences and occupations',
            targetType: 'ESCO:Skill',
          },
          {
            type: ['Alignment'],
            targetName: 'Level 3',
            targetUrl: 'https://frameworks.example/eqf/3',
            targetFramework: 'European Qualifications Framework',
            targetType: 'CFItem',
          },
        ],
      },
    },
    evidence: [
      {
        id: `${COLLEGE}/evidence/1234`,
        type: ['Evidence'],
        name: 'Test piece 3',
        narrative: 'A fillet weld in the overhead position, photographed after the bend test.',
        genre: 'Photograph',
      },
    ],
  }
}

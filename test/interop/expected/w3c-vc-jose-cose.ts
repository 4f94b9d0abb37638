import { NOT_JUDGED, NO_BADGE, UNPROVEN, type ExpectedFiles } from './outcomes'

export const JOSE: ExpectedFiles = {
  'credential-full.json': UNPROVEN,
  'credential-jose-bad-media-type.txt': {
    alone: ['unknown', 'unverifiable'],
    listed: ['passed', 'authentic'],
  },
  'credential-jose-bad-signature.txt': {
    alone: ['unknown', 'unverifiable'],
    listed: ['failed', 'invalid'],
  },
  'credential-jose-minimal.txt': {
    alone: ['unknown', 'unverifiable'],
    listed: ['passed', 'authentic'],
  },
  'credential-jose-unknown-extensions.txt': {
    alone: ['unknown', 'unverifiable'],
    listed: ['passed', 'authentic'],
  },
  'credential-jose-vc-vp-claims.txt': {
    alone: ['unknown', 'unverifiable'],
    listed: ['passed', 'authentic'],
  },
  'credential-minimal.json': UNPROVEN,
  'credential-nested-selective.json': UNPROVEN,
  'credential-selective.json': UNPROVEN,
  'credential-unknown-extensions.json': UNPROVEN,
  'presentation-jose-bad-credential.txt': NOT_JUDGED,
  'presentation-jose-bad-media-type.txt': NOT_JUDGED,
  'presentation-jose-multiple.txt': NOT_JUDGED,
  'vm-did-ed25519.json': NO_BADGE,
  'vm-ed25519.json': NO_BADGE,
  'vm-p256.json': NO_BADGE,
  'vm-p384.json': NO_BADGE,
  'vm-p521.json': NO_BADGE,
}

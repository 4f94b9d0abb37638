import type { OwnFinding, OwnIdentity } from '../../src/platform/own-identity-shapes'

/** With and without a name of the user's, and one as long as names get. */
export const IDENTITIES: OwnIdentity[] = [
  { id: '1', kind: 'email', label: 'University', inMemory: true },
  { id: '2', kind: 'person', label: '', inMemory: false },
  {
    id: '3',
    kind: 'url',
    label: 'Portfolio\u202E with a name that is ver'.padEnd(60, 'y'),
    inMemory: false,
  },
]

const by = { kind: 'email', label: 'University' } as const

export const OWN: Record<string, OwnFinding> = {
  trusted: { is: 'yours', by },
  japanese: { is: 'yours', by: { kind: 'person', label: '' } },
  authentic: { is: 'others' },
  expired: { is: 'yours', by },
  altered: { is: 'names-you', by },
}

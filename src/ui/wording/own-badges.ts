import type {
  KeyKind,
  OwnFinding,
  OwnIdentity,
  OwnIdentityProblem,
} from '../../platform/own-identity-shapes'
import { displayText } from './display-text'
import type { Sentences } from './sentences'
import type { MessageKey } from './translate'

const KINDS: Record<KeyKind, MessageKey> = {
  email: 'ownKindEmail',
  url: 'ownKindUrl',
  telephone: 'ownKindTelephone',
  did: 'ownKindDid',
  person: 'ownKindPerson',
}

export function ownKindName(kind: KeyKind, { text }: Sentences): string {
  return text(KINDS[kind])
}

/** What the user calls an identity; where they call it nothing, its kind: the identity itself is not kept. */
export function ownName(
  { kind, label }: Pick<OwnIdentity, 'kind' | 'label'>,
  s: Sentences,
): string {
  return label === '' ? ownKindName(kind, s) : displayText(label)
}

const PROBLEMS: Record<OwnIdentityProblem, MessageKey> = {
  blank: 'ownBlank',
  kind: 'ownNotKind',
  person: 'holderBoth',
  label: 'ownLabelTells',
  'too-many': 'ownTooMany',
}

export function ownProblemSentence(why: OwnIdentityProblem, { text }: Sentences): string {
  return text(PROBLEMS[why])
}

/** Whose a badge is that holds. What does not hold says nothing whose name it bears. */
export function ownSentence({ is, by }: OwnFinding, s: Sentences): string | undefined {
  switch (is) {
    case 'yours':
      return s.text('ownSaidYours', by ? ownName(by, s) : '')
    case 'others':
      return s.text('ownSaidOthers')
    case 'unknown':
      return s.text('ownSaidUnknown')
    case 'names-you':
      return undefined
  }
}

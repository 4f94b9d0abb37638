import type { NamedParty, QualifiedStatements, SealLevel, SealTime } from '../../verifier/report'
import type { Sentences } from './sentences'
import type { MessageKey } from './translate'

const NAMES: Record<SealLevel, MessageKey> = {
  qualified: 'sealQualified',
  'advanced-qualified-certificate': 'sealQualifiedCertificate',
  advanced: 'sealAdvanced',
  'unknown-chain': 'sealUnknownChain',
}

const SENTENCES: Record<SealLevel, MessageKey> = {
  qualified: 'sealQualifiedSays',
  'advanced-qualified-certificate': 'sealQualifiedCertificateSays',
  advanced: 'sealAdvancedSays',
  'unknown-chain': 'sealUnknownChainSays',
}

/** The four cases of Regulation (EU) No 910/2014 that must not be taken for one another. */
export function sealName(level: SealLevel, s: Sentences): string {
  return s.text(NAMES[level])
}

/** What the seal is worth, with the name in its certificate: said as a claim where nobody vouches for it. */
export function sealSentence(
  { level, sealer }: { level: SealLevel; sealer: string },
  s: Sentences,
) {
  return s.text(SENTENCES[level], sealer)
}

/** Whom a certificate names, as one would call it. */
export function partyName({ organisation, commonName, identifier }: NamedParty): string {
  return organisation ?? commonName ?? identifier ?? ''
}

const SOURCES: Record<SealTime['source'], MessageKey> = {
  timestamp: 'sealTimeTimestamp',
  'unproven-timestamp': 'sealTimeUnproven',
  'self-declared': 'sealTimeSelfDeclared',
  none: 'sealTimeNone',
}

/** Who says when it was sealed. */
export function sealTimeSource({ source, authority }: SealTime, s: Sentences): string {
  return s.text(SOURCES[source], authority === undefined ? '' : partyName(authority))
}

/** What the certificate calls itself, each in a few words. */
export function statementNames(statements: QualifiedStatements, s: Sentences): string[] {
  const { qualified, device, forSeals } = statements
  if (!qualified && !device && !forSeals) return [s.text('sealStatesNothing')]
  return [
    s.text(qualified ? 'sealStatesQualified' : 'sealStatesNotQualified'),
    ...(forSeals ? [s.text('sealStatesForSeals')] : []),
    s.text(device ? 'sealStatesDevice' : 'sealStatesNoDevice'),
  ]
}

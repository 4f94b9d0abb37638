/** Seals a payload and judges the seal, in a world of our own trust services. */
import { parseSealedDocument } from '../../../../src/verifier/proofs/jades'
import {
  judgeSeal,
  type SealFinding,
  type SealParties,
} from '../../../../src/verifier/seals/judge-seal'
import type { TrustedLists } from '../../../../src/verifier/trusted-lists/trusted-lists'
import type { JsonObject } from '../../../../src/verifier/verification'
import { sealCredential, trustedLists, UNIVERSITY, type SealOptions } from '../../../fixtures/seals'
import { fakeVerification } from '../fake-verification'

export const PAYLOAD = { id: 'urn:credential:1', title: 'Welding' }

/** A day after `SEALED_AT`, while all lists are fresh. */
export const NOW = new Date('2026-01-16T12:00:00Z')

export const PARTIES: SealParties = {
  issuer: { names: [UNIVERSITY.organisation], identifiers: [UNIVERSITY.identifier] },
  awardingBodies: [],
}

export interface World {
  /** `undefined`: the environment has no lists. */
  lists?: TrustedLists | undefined
  anchors?: Uint8Array[]
  parties?: SealParties
  now?: Date
}

export async function judgeDocument(json: JsonObject, world: World = {}): Promise<SealFinding> {
  const document = parseSealedDocument(json)
  if ('reason' in document) throw new Error(document.reason.code)
  const { parties = PARTIES, anchors = [], now = NOW } = world
  const lists = 'lists' in world ? world.lists : await trustedLists()
  const verification = fakeVerification({}, { now })
  const environment = {
    ...verification.environment,
    trustAnchors: anchors,
    ...(lists && { trustedLists: lists }),
  }
  return judgeSeal(document, parties, { ...verification, environment })
}

/** With no options: a qualified seal of the university. */
export async function judge(options: SealOptions = {}, world: World = {}): Promise<SealFinding> {
  return judgeDocument(await sealCredential(PAYLOAD, options), world)
}

/** Codes of the reasons of one check. */
export function codesOf({ checks }: SealFinding, id: string): string[] {
  return checks
    .filter((check) => check.id === id)
    .flatMap(({ reasons }) => reasons.map(({ code }) => code))
}

/** Would this be shown in green? */
export function isTrusted({ authenticity, questionable, seal }: SealFinding): boolean {
  return authenticity === 'holds' && !questionable && seal?.level === 'qualified'
}

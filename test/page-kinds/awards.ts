/** Awards that the pages show: signed ones in a file, and hosted ones at any address. */
import { bakePng, bakeSvg } from '../../src/verifier/unbake/bake'
import type { ReasonCode, Verdict } from '../../src/verifier/report'
import { drawSvgEmblem } from '../fixtures/artwork/svg-emblem'
import { DESIGN_SCHOOL, GUILD, UNIVERSITY_2 } from '../fixtures/issuers'
import { hostedAssertion, publishBadgeClass, type Award } from '../fixtures/open-badges-2'
import { credential, type Achievement } from '../fixtures/open-badges-3'
import { signDataIntegrity, signVcJwt } from '../fixtures/signing'
import { publish, type ServedWeb } from '../fixtures/web'
import { LOOK, plainBadge } from './pictures'
import type { Look, TruthRow } from './page-kind'

/** An award with the truth about it, wherever it is shown. */
export interface Made {
  name: string
  file: Uint8Array
  before: Look
  after: { verdict: Verdict; reason: ReasonCode }
}

/** Decided from the file alone: its issuer is known by nothing but its key. */
export async function selfContained(
  name: string,
  dates: Pick<Achievement, 'validFrom' | 'validUntil'> = {},
): Promise<Made> {
  const signed = await signDataIntegrity(credential(achievement(name, dates), GUILD), GUILD)
  const decided: Made['after'] = dates.validUntil
    ? { verdict: 'attention', reason: 'expired' }
    : { verdict: 'authentic', reason: 'issuer-unknown' }
  return {
    name,
    file: bakePng(plainBadge(), JSON.stringify(signed), { keyword: 'openbadgecredential' }),
    before: decided.verdict as Look,
    after: decided,
  }
}

/** One word differs from what was signed. */
export async function altered(name: string): Promise<Made> {
  const signed = await signDataIntegrity(credential(achievement('A lesser one'), GUILD), GUILD)
  const text = JSON.stringify(signed).replaceAll('A lesser one', name)
  return {
    name,
    file: bakePng(plainBadge(), text, { keyword: 'openbadgecredential' }),
    before: 'invalid',
    after: { verdict: 'invalid', reason: 'altered' },
  }
}

/** A VC-JWT, whose issuer's host has the key. */
export async function keyElsewhere(name: string): Promise<Made> {
  const jwt = await signVcJwt(credential(achievement(name), DESIGN_SCHOOL), DESIGN_SCHOOL)
  return {
    name,
    file: bakePng(plainBadge(), jwt, { keyword: 'openbadgecredential' }),
    before: 'found',
    after: { verdict: 'authentic', reason: 'issuer-unknown' },
  }
}

/** The same as text, for a file of its own. */
export async function credentialText(name: string): Promise<string> {
  return JSON.stringify(await signDataIntegrity(credential(achievement(name), GUILD), GUILD))
}

/** Open Badges 2.0, at the university's own address. */
export function hosted(
  web: ServedWeb,
  name: string,
  { as = 'png', revoked = false }: { as?: 'png' | 'svg'; revoked?: boolean } = {},
): Made {
  const award: Award = { slug: slugOf(name), name, description: DESCRIPTION }
  const assertion = hostedAssertion(award, { issuer: UNIVERSITY_2 })
  const notice = revoked ? { revoked: true, revocationReason: 'Awarded in error' } : {}
  publish(web, assertion.id, { ...assertion, ...notice }, { type: 'json' })
  publishBadgeClass(web, award, { issuer: UNIVERSITY_2 }, plainBadge())
  const text = JSON.stringify(assertion)
  const generation = 'assertion'
  const svg = (): string => bakeSvg(drawSvgEmblem(LOOK), { verify: assertion.id, text, generation })
  return {
    name,
    file:
      as === 'png'
        ? bakePng(plainBadge(), text, { keyword: 'openbadges' })
        : new TextEncoder().encode(svg()),
    before: 'found',
    after: revoked
      ? { verdict: 'invalid', reason: 'revoked' }
      : { verdict: 'authentic', reason: 'issuer-unknown' },
  }
}

/** Truth of an element that shows the very file. */
export function shows(made: Made, selector: string, what: string, at: string): TruthRow {
  return {
    selector,
    what,
    expected: 'badge',
    markBeforeConsent: made.before,
    inPopup: true,
    afterVerify: made.after,
    credential: { name: made.name, at },
  }
}

export function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

export const DESCRIPTION = 'Has shown it in a supervised task.'

function achievement(name: string, more: Partial<Achievement> = {}): Achievement {
  return { slug: `kinds-${slugOf(name)}`, name, description: DESCRIPTION, ...more }
}

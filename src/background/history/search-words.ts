import type { Text } from '../../verifier/credential'
import { displayText, issuerIdentity, nameInReport } from '../../ui/wording'
import type { VerificationReport } from '../../verifier/report'

/** Characters of one name, and of all that a badge is found by. */
const MOST_OF_ONE = 300
const MOST = 3_000
/** Names of one kind that are looked at: a badge may state thousands. */
const MOST_NAMES = 40
/** Words of a query that are looked at. */
const MOST_WORDS = 10

/** What a badge is found by: names, issuer and skills in every language that it states, and where it was met. */
export function wordsOf(report: VerificationReport, host: string): string {
  const { credential, issuer, alignments = [], reasons } = report
  const achievements = credential?.achievements.slice(0, MOST_NAMES) ?? []
  const texts = [
    ...texted(nameInReport(report)),
    ...achievements.flatMap(({ name, tags }) => [...texted(name), ...tags.slice(0, MOST_NAMES)]),
    ...[issuer.claimedName ?? '', issuerIdentity(issuer.id), issuer.seal?.sealer ?? ''],
    ...reasons.flatMap(({ params }) => ('name' in params ? [params.name] : [])),
    ...alignments.slice(0, MOST_NAMES).flatMap(({ name, code }) => [...texted(name), code ?? '']),
    host,
  ]
  const words = new Set(texts.map((text) => plain(text.slice(0, MOST_OF_ONE))))
  return [...words].join(' ').slice(0, MOST)
}

/** Whether all words of a query are in one of these texts, which are plain already. */
export function finder(query: string): (...texts: string[]) => boolean {
  const wanted = plain(query.slice(0, MOST_OF_ONE)).split(' ').filter(Boolean).slice(0, MOST_WORDS)
  return (...texts) => wanted.every((word) => texts.some((text) => text.includes(word)))
}

/**
 * Without case, width and accents (Unicode Standard Annex #15, compatibility decomposition, without its marks), so
 * that what one types finds what somebody else has written.
 */
export function plain(text: string): string {
  return displayText(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function texted(text: Text | undefined): string[] {
  return Object.values(text ?? {}).slice(0, MOST_NAMES)
}

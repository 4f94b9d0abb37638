import type { GivenIdentity } from '../../platform/messages'
import { comparableForm } from '../../verifier/recipients/identity-forms'

/** Fewer characters than these are in many labels by chance. */
const FEWEST = 3

/** Whether a label, which is kept as it is, says what is not to be kept: the identity itself, in any spelling. */
export function givesAway(label: string, identity: GivenIdentity): boolean {
  const said = plain(label)
  return secretsOf(identity)
    .map(plain)
    .some((secret) => secret.length >= FEWEST && said.includes(secret))
}

function secretsOf(identity: GivenIdentity): string[] {
  if (typeof identity !== 'string') return [identity.name, identity.dateOfBirth]
  const form = comparableForm(identity)
  const name = form.slice(0, Math.max(0, form.lastIndexOf('@')))
  return [
    identity,
    form,
    form.replace(/^https:\/\/(www\.)?/, ''),
    ...(isTelling(name) ? [name] : []),
  ]
}

/** `mail@` and `info@` tell nothing. */
function isTelling(name: string): boolean {
  return name.length > 5
}

/** Without case, and without what is between the letters and digits: `ada @ mail.example`. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

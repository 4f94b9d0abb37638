import { emailIn, escapeForms, normalisedUrl, withAsciiDomain } from './address-forms'

/**
 * What an identity is; only identities of one kind can be said to differ. `identifier`: a number or
 * account that some system gave; `thing`: what names no person, but a product, a book or a course; `birthdate`:
 * a day on which many people were born; `other`: nobody knows, and it may be a name.
 */
export type IdentityKind =
  'email' | 'url' | 'telephone' | 'did' | 'identifier' | 'thing' | 'name' | 'birthdate' | 'other'

/** Of "IdentifierTypeEnum" (Open Badges 3.0), those that tell one person from another. */
const IDENTIFIER_TYPES = [
  ...['sourcedId', 'systemId', 'userName', 'accountId', 'nationalIdentityNumber'],
  ...['lisSourcedId', 'oneRosterSourcedId', 'sisSourcedId', 'ltiUserId'],
]

/** Of the same, those of things: everybody in a course has its `ltiContextId`. */
const THING_TYPES = [
  ...['thing', 'productId', 'isbn', 'issn'],
  ...['ltiContextId', 'ltiDeploymentId', 'ltiToolId', 'ltiPlatformId'],
]

/** As the standard spells it, and as vCard, OpenID Connect and others do; in small letters. */
const TELEPHONE_TYPES = [
  ...['telephone', 'telephonenumber', 'phone', 'phonenumber', 'phone_number'],
  ...['tel', 'mobile', 'mobilephone', 'cellphone', 'msisdn'],
]

/** Names of identity types in Open Badges 2.0 ("IdentityObject") and 3.0 ("IdentifierTypeEnum"), and ELM's. */
const KIND_OF_TYPE: Record<string, IdentityKind> = {
  email: 'email',
  emailaddress: 'email',
  url: 'url',
  ...Object.fromEntries(TELEPHONE_TYPES.map((type) => [type, 'telephone'])),
  did: 'did',
  name: 'name',
  dateofbirth: 'birthdate',
  birthdate: 'birthdate',
  ...Object.fromEntries(IDENTIFIER_TYPES.map((type) => [type.toLowerCase(), 'identifier'])),
  ...Object.fromEntries(THING_TYPES.map((type) => [type.toLowerCase(), 'thing'])),
}

/** @param type as the credential spells it, with or without a prefix (`schema:email`) or its whole IRI */
export function kindOfType(type: string): IdentityKind {
  const name = (type.split(/[:/#]/).at(-1) ?? '').toLowerCase()
  return Object.hasOwn(KIND_OF_TYPE, name) ? (KIND_OF_TYPE[name] ?? 'other') : 'other'
}

/** What a plain identity looks like. */
export function kindOfIdentity(identity: string): IdentityKind {
  const text = identity.trim()
  if (/^did:/i.test(text)) return 'did'
  if (/^https?:\/\//i.test(text)) return 'url'
  if (/^(mailto:\s*)?[^\s@/]+@[^\s@/]+$/i.test(text) || /^mailto:$/i.test(text)) return 'email'
  if (/^tel:/i.test(text) || /^\+?[\d\s()./-]{5,}$/.test(text)) return 'telephone'
  return 'other'
}

/**
 * Every way in which an issuer may have written an identity before hashing it: issuers lower the case
 * or do not, write `mailto:` or do not, end a URL with a slash or do not, compose an accented letter or
 * do not (Unicode NFC, NFD). The text as given comes first; all are trimmed.
 */
export function formsOf(identity: string): string[] {
  const text = identity.trim()
  return unique([text, text.normalize('NFC'), text.normalize('NFD')].flatMap(spellings))
}

function spellings(text: string): string[] {
  switch (kindOfIdentity(text)) {
    case 'email':
      return withScheme('mailto:', emailForms(text))
    case 'telephone':
      return withScheme('tel:', telephoneForms(withoutScheme(text)))
    case 'url':
      return urlForms(text)
    default:
      return [text]
  }
}

/** DID Core 1.0, section 3.1: a method and what it names. */
const DID = /^did:[a-z\d]+:\S/i

/** One form of an identity for comparing two plain ones; empty where nothing is named. */
export function comparableForm(identity: string): string {
  const text = identity.trim().normalize('NFC')
  switch (kindOfIdentity(text)) {
    case 'email':
      return withAsciiDomain(withoutScheme(emailIn(text)).toLowerCase())
    case 'telephone':
      return withoutScheme(text).replace(/[^\d+]/g, '')
    case 'url':
      if (!URL.canParse(text)) return ''
      return withoutSlash(normalisedUrl(text).replace(/^http:/, 'https:'))
    case 'did':
      return DID.test(text) ? text : ''
    default:
      return text
  }
}

function emailForms(text: string): string[] {
  const written = unique([withoutScheme(text), withoutScheme(emailIn(text))])
  return unique(written.flatMap((email) => [email, withAsciiDomain(email)]).flatMap(caseForms))
}

/** As given, lower, upper, the domain alone lowered, and names capitalised (`Ada.Lovelace@…`). */
function caseForms(email: string): string[] {
  const at = email.lastIndexOf('@')
  const name = email.slice(0, at)
  const domain = email.slice(at).toLowerCase()
  const capitalised = name.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
  return unique([
    email,
    email.toLowerCase(),
    email.toUpperCase(),
    name + domain,
    capitalised + domain,
  ])
}

function telephoneForms(number: string): string[] {
  return unique([number, number.replace(/[^\d+]/g, '')])
}

function urlForms(url: string): string[] {
  const forms = unique(escapeForms(url)).flatMap((form) => [
    form,
    withoutSlash(form),
    `${withoutSlash(form)}/`,
  ])
  const schemes = forms.flatMap((form) => [
    form,
    form.replace(/^http:/i, 'https:'),
    form.replace(/^https:/i, 'http:'),
  ])
  return unique(schemes)
}

function withScheme(scheme: string, forms: string[]): string[] {
  return [...forms, ...forms.map((form) => scheme + form)]
}

function withoutScheme(text: string): string {
  return text.replace(/^(mailto|tel):/i, '').trim()
}

function withoutSlash(url: string): string {
  let end = url.length
  while (url.endsWith('/', end)) end--
  return url.slice(0, end)
}

function unique(forms: string[]): string[] {
  return [...new Set(forms)]
}

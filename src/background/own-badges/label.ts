import type { GivenIdentity } from '../../platform/messages'
import { comparableForm, kindOfIdentity } from '../../verifier/recipients/identity-forms'
import { saysPerson } from './label-of-person'
import { readingsOf } from './label-readings'
import { isTelling, partsOf, plain, saysAllParts } from './plain-words'
import { endsAsNumber } from './telephone'

/** Whether a label, which is kept as it is, says what is not to be kept: the identity itself, in any spelling. */
export function givesAway(label: string, identity: GivenIdentity): boolean {
  return readingsOf(label).some((reading) => saysIdentity(reading, identity))
}

function saysIdentity(label: string, identity: GivenIdentity): boolean {
  if (typeof identity !== 'string') return saysPerson(label, identity)
  const form = comparableForm(identity)
  const names = [identity.trim(), form].flatMap(namesIn).filter(isName)
  return (
    [identity, form, ...names].some((secret) => says(label, secret)) ||
    names.some((name) => saysAllParts(label, name)) ||
    (kindOfIdentity(identity) === 'telephone' && endsAsNumber(label, identity))
  )
}

/** Fewer characters than these are in many labels by chance. */
const FEWEST = 3

function says(label: string, secret: string): boolean {
  const told = plain(secret)
  if (told.length >= FEWEST && plain(label).includes(told)) return true
  const spoken = withoutSpokenSigns(secret)
  return isTelling(spoken) && withoutSpokenSigns(label).includes(spoken)
}

/** What of an address says by itself whose it is. */
function namesIn(address: string): string[] {
  switch (kindOfIdentity(address)) {
    case 'email': {
      const name = address.slice(0, address.lastIndexOf('@')).replace(/^mailto:/i, '')
      return [name, name.replace(/\+.*/, '')]
    }
    case 'url':
      return endsOf(address.replace(/^https?:\/\/(www\.)?/i, ''))
    case 'did':
      return endsOf(address.replace(/^did:[^:]*:/i, ''))
    default:
      return []
  }
}

/** The host, or the key of a DID, and what stands last in the path, without the ending of a file. */
function endsOf(address: string): string[] {
  const [path = ''] = address.split(/[?#]/)
  const [host = '', ...folders] = path.split(/[/:]/).filter((piece) => piece !== '')
  const last = decoded(folders.at(-1) ?? '')
  return [decoded(host), last, last.replace(/\.[a-z]{2,5}$/i, '')]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `mail@` and `/me` tell nothing, and neither does a word that stands in the addresses of many. */
function isName(name: string): boolean {
  return isTelling(name) && !OF_MANY.includes(plain(name))
}

const OF_MANY = [
  ...['account', 'badges', 'contact', 'office', 'people', 'personal', 'portfolio', 'private'],
  ...['profile', 'public', 'school', 'student', 'students', 'university', 'website'],
]

/** How people write `@` and `.` in words, where they do not want an address to be found. */
const SPOKEN_SIGNS = [
  ...['at', 'ät', 'bei', 'chez', 'arroba', 'arobase', 'chiocciola', 'apenstaartje', 'małpa'],
  ...['dot', 'punkt', 'point', 'punto', 'punt', 'ponto', 'kropka'],
  ...['アット', 'アットマーク', 'ドット'],
]

function withoutSpokenSigns(text: string): string {
  return partsOf(text)
    .filter((part) => !SPOKEN_SIGNS.includes(part))
    .join('')
}

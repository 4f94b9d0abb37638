import type { Alignment } from '../credential'
import { isEqfAlignment } from './eqf'
import { escoReference } from './esco-reference'
import { isEctsAlignment } from './workload-in-data'

/** The frameworks that are told apart; only ESCO's concepts are looked up, the others are shown. */
export type AlignmentKind =
  'esco' | 'eqf' | 'ects' | 'isced-f' | 'ctdl' | 'case' | 'digcomp' | 'onet' | 'other'

export interface RecognisedAlignment {
  kind: AlignmentKind
  /** Of ESCO: the URIs that it may stand for, the likeliest first; none where it has no usable one. */
  uris?: string[]
  /** Of ESCO: it has an identifier that was cut off. */
  truncated?: true
  /** Names nobody's framework and is identified by a URN: its name may be an ESCO label all the same. */
  mayBeLabel?: true
  /** An address that a page may link to: http or https, without user name. */
  link?: string
}

/** Longest address that is worth reading. */
const LONGEST_ADDRESS = 2_000

/**
 * Which framework an alignment points into, from its own words and addresses. Nothing is asked, and
 * nothing that only looks like an ESCO address is one.
 */
export function recogniseAlignment(alignment: Alignment): RecognisedAlignment {
  const { targetUrl = '' } = alignment
  const url = readWebAddress(targetUrl)
  const link = url && { link: url.href }
  if (isHostile(targetUrl, url)) return { kind: 'other' }
  const esco = escoReference(alignment)
  if (esco) return { kind: 'esco', ...esco, ...link }
  const kind = RECOGNISERS.find(([, isKind]) => isKind(alignment, url))?.[0] ?? 'other'
  const mayBeLabel = kind === 'other' && isAnonymous(alignment)
  return { kind, ...(mayBeLabel && { mayBeLabel }), ...link }
}

type Recogniser = (alignment: Alignment, url: URL | undefined) => boolean

const RECOGNISERS: readonly (readonly [AlignmentKind, Recogniser])[] = [
  ['eqf', (alignment) => isEqfAlignment(alignment)],
  ['ects', (alignment) => isEctsAlignment(alignment)],
  ['isced-f', isIscedF],
  ['ctdl', isCtdl],
  ['case', isCase],
  ['digcomp', isDigComp],
  ['onet', isOnet],
]

/** UNESCO's fields of education and training, by their own name or in the EU's list of them. */
function isIscedF({ targetFramework = '', targetType = '' }: Alignment, url?: URL): boolean {
  const isListed =
    isAt(url, 'data.europa.eu') && /^\/snb\/isced-f\/\d{2,4}$/.test(url?.pathname ?? '')
  return (
    isListed || /^\W*ISCED(-| )?F\b/i.test(targetFramework) || /^ext:ISCED-?F/i.test(targetType)
  )
}

/** The Digital Competence Framework, by its name or in the EU's list of its competences. */
function isDigComp({ targetFramework = '' }: Alignment, url?: URL): boolean {
  const isListed = isAt(url, 'data.europa.eu') && url?.pathname.startsWith('/snb/dcf/') === true
  return isListed || /\bDig-?Comp\b/i.test(targetFramework)
}

/** Credential Transparency Description Language: types `ceterms:…` and `ceasn:…`, and its registry. */
function isCtdl({ targetFramework = '', targetType = '' }: Alignment, url?: URL): boolean {
  return (
    isAt(url, 'credentialengineregistry.org') ||
    isAt(url, 'credentialfinder.org') ||
    /^ce(terms|asn):/.test(targetType) ||
    /\bCTDL\b|^Credential Engine\b/i.test(targetFramework)
  )
}

/** 1EdTech CASE: Open Badges 3.0 names its classes in `targetType`, and its service has fixed paths. */
function isCase({ targetFramework = '', targetType = '' }: Alignment, url?: URL): boolean {
  return (
    /^CF(Item|Rubric|RubricCriterion|RubricCriterionLevel)$/.test(targetType) ||
    /\/ims\/case\/v1p[01]\/CF[A-Z][A-Za-z]{2,30}\//.test(url?.pathname ?? '') ||
    /^(1EdTech |IMS )?CASE\b/.test(targetFramework)
  )
}

function isOnet({ targetFramework = '' }: Alignment, url?: URL): boolean {
  return (
    isAt(url, 'onetonline.org') ||
    isAt(url, 'onetcenter.org') ||
    /\bO\*NET\b/i.test(targetFramework)
  )
}

function isAt(url: URL | undefined, site: string): boolean {
  return url !== undefined && (url.hostname === site || url.hostname.endsWith(`.${site}`))
}

function readWebAddress(text: string): URL | undefined {
  if (text.length > LONGEST_ADDRESS || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return
  const url = new URL(text)
  return url.username === '' && url.password === '' ? url : undefined
}

/** What is written like an address of ESCO, and is another's. */
const IMITATION = /(\/|%2f)esco(\/|%2f)(skill|occupation|isco|isced-f)(\/|%2f|$)/i

/**
 * An address that is too long, cannot be opened, or only looks like ESCO's. URNs and other names that
 * are no addresses harm nobody; what a browser would run does.
 */
function isHostile(text: string, url: URL | undefined): boolean {
  if (text.length > LONGEST_ADDRESS) return true
  if (/^\s*(javascript|data|vbscript|blob|file|filesystem):/i.test(text)) return true
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return false
  if (url === undefined) return true
  return !isAt(url, 'europa.eu') && (IMITATION.test(text) || url.hostname.includes('europa.eu'))
}

/** Without a framework or a type, and with a name that only its maker knows. */
function isAnonymous({ targetFramework, targetType, targetUrl = '' }: Alignment): boolean {
  return targetFramework === undefined && targetType === undefined && /^urn:/i.test(targetUrl)
}

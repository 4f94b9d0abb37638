import type { Alignment, Text } from '../credential'
import type { EscoFinding } from './alignment-result'
import {
  labelKey,
  type EscoAnswer,
  type EscoConcept,
  type EscoLabelAnswer,
  type EscoLookup,
  type EscoSource,
  type EscoWay,
} from './esco-lookup'
import type { RecognisedAlignment } from './recognise-alignment'

/**
 * Looks for an alignment in ESCO. Never throws: what could not be asked is `unchecked`, which says
 * nothing about the alignment.
 *
 * @param lookup absent: nobody may be asked
 */
export async function findInEsco(
  alignment: Alignment,
  { uris = [], truncated }: RecognisedAlignment,
  lookup: EscoLookup | undefined,
  way: EscoWay,
): Promise<EscoFinding> {
  if (uris.length > 0) return byUri(uris, alignment, lookup, way)
  const because = truncated ? 'truncated' : 'no-uri'
  return { because, ...(await byLabel(alignment, lookup, way)) }
}

// ── by its URI ──────────────────────────────────────────────────────────────────────────────────

async function byUri(
  uris: string[],
  { targetName = {} }: Alignment,
  lookup: EscoLookup | undefined,
  way: EscoWay,
): Promise<EscoFinding> {
  const language = Object.keys(targetName)[0] ?? 'und'
  const answers: EscoAnswer[] = []
  for (const uri of uris) {
    const answer = await asked(() => lookup?.concept(uri, language, way))
    if (answer.state === 'found' || answer.state === 'obsolete')
      return ofConcept(answer.state, answer.concept, answer, targetName)
    answers.push(answer)
  }
  const [uri = ''] = uris
  const [first] = answers
  // It may be what nobody could be asked about.
  const isOpen = answers.some(({ state }) => state === 'unknown')
  if (isOpen || first?.state !== 'not-found') return { result: 'unchecked', uri }
  return { result: 'not-found', uri, ...sourceOf(first) }
}

function ofConcept(
  state: 'found' | 'obsolete',
  concept: EscoConcept,
  source: EscoSource,
  name: Text,
): EscoFinding {
  const agreement = compareLabels(name, concept)
  const result = state === 'obsolete' ? state : agreement === 'differs' ? 'label-differs' : 'found'
  return {
    result,
    ...described(concept, source),
    ...(agreement === 'not-compared' && { labelNotCompared: true }),
  }
}

type Agreement = 'agrees' | 'differs' | 'not-compared'

/** Every language of a name has to agree with ESCO's label, as far as that language is known. */
function compareLabels(name: Text, { labels }: EscoConcept): Agreement {
  const each = Object.entries(name).map(([language, text]) => compareIn(language, text, labels))
  if (each.includes('differs')) return 'differs'
  return each.includes('agrees') ? 'agrees' : 'not-compared'
}

function compareIn(language: string, text: string, labels: Text): Agreement {
  const key = labelKey(text)
  const official = inLanguage(labels, language) ?? inLanguage(labels, language.split('-')[0] ?? '')
  if (official !== undefined) return labelKey(official) === key ? 'agrees' : 'differs'
  if (Object.values(labels).some((label) => labelKey(label) === key)) return 'agrees'
  // A name in no language is compared with what there is; one in a language that is not known cannot be.
  const isComparable = language === 'und' && Object.keys(labels).length > 0 && !isForeign(text)
  return isComparable ? 'differs' : 'not-compared'
}

/** The language is any text that somebody wrote, e.g. the name of what every object has. */
function inLanguage(labels: Text, language: string): string | undefined {
  return Object.hasOwn(labels, language) ? labels[language] : undefined
}

/** Written with none of the letters that ESCO's languages are written with, e.g. in Japanese. */
function isForeign(text: string): boolean {
  return /\p{L}/u.test(text) && !ESCO_LETTER.test(text)
}

const ESCO_LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}]/u

// ── by its name ─────────────────────────────────────────────────────────────────────────────────

async function byLabel(
  { targetName = {} }: Alignment,
  lookup: EscoLookup | undefined,
  way: EscoWay,
): Promise<EscoFinding> {
  const names = Object.entries(targetName).filter(([, text]) => labelKey(text) !== '')
  // There is nothing to look for, so that nobody has said that it is not there.
  if (names.length === 0) return { result: 'unchecked' }
  const answers: EscoLabelAnswer[] = []
  for (const [language, text] of names.slice(0, MOST_NAMES))
    answers.push(await asked(() => lookup?.labelled(text, language, way)))
  const answered = answers.filter((answer) => answer.state === 'answered')
  const concepts = new Map(
    answered.flatMap((answer) => answer.concepts.map((concept) => [concept.uri, concept])),
  )
  const [only] = concepts.values()
  const [source] = answered
  if (source === undefined) return { result: 'unchecked' }
  if (only && concepts.size === 1) return { result: 'label-only', ...described(only, source) }
  if (concepts.size > 1) return { ...sourceOf(source), result: 'not-found', because: 'ambiguous' }
  return answers.length > answered.length
    ? { result: 'unchecked' }
    : { result: 'not-found', ...sourceOf(source) }
}

/** Languages of one name that are asked about. */
const MOST_NAMES = 3

// ── answers ─────────────────────────────────────────────────────────────────────────────────────

/** A look-up that fails has not said that there is nothing. */
async function asked<Answer>(
  ask: () => Promise<Answer> | undefined,
): Promise<Answer | { state: 'unknown' }> {
  try {
    return (await ask()) ?? { state: 'unknown' }
  } catch {
    return { state: 'unknown' }
  }
}

function described({ uri, label, kind }: EscoConcept, source: EscoSource) {
  return { uri, label, ...(kind && { concept: kind }), ...sourceOf(source) }
}

function sourceOf({ version, source, asOf }: EscoSource): EscoSource {
  return { version, source, asOf }
}

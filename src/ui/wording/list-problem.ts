import type { ListProblem } from '../../platform/messages'
import type { Sentences } from './sentences'

/** What of a list could not be read: the entry, the property, and what was expected there. */
export function listProblemSentence(problem: ListProblem, s: Sentences): string {
  const { entry, property, expected, missing } = problem
  const sentence = sentenceOf(property, expected, missing === true, s)
  return entry === undefined ? sentence : s.text('listProblemEntry', entry, { composed: sentence })
}

function sentenceOf(
  property: string | undefined,
  expected: string,
  missing: boolean,
  s: Sentences,
): string {
  if (property === undefined) return s.text('listProblemFile', expected)
  if (property === '') return s.text('listProblemValue', expected)
  return s.text(missing ? 'listProblemMissing' : 'listProblemProperty', property, expected)
}

import { expect, test } from 'vitest'
import { escoStanding, sentencesIn } from '../../../../src/ui/wording'
import type { EscoFinding } from '../../../../src/verifier/report'
import { english } from '../english'

const standing = (finding: EscoFinding) =>
  // Without the marks that isolate a name from the sentence around it.
  escoStanding(finding, sentencesIn(english, 'en-GB')).replace(/[\u2066-\u2069]/g, '')

test.each<[EscoFinding, string]>([
  [{ result: 'found', label: 'weld metal' }, 'Found in ESCO'],
  // The issuer may have called it anything in a language that is not known here.
  [
    { result: 'found', label: 'weld metal', labelNotCompared: true },
    'Found in ESCO, as “weld metal”',
  ],
  [{ result: 'label-differs', label: 'weld metal' }, 'ESCO calls it “weld metal”'],
  [{ result: 'unchecked' }, 'Not looked up in ESCO'],
  [{ result: 'not-found' }, 'Not in ESCO'],
])('%j is said as it is', (finding, words) => {
  expect(standing(finding)).toBe(words)
})

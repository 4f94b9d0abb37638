import { expect, test } from 'vitest'
import { FactsTable } from '../../../src/ui/facts-table'
import { learningFacts } from '../../../src/ui/report/learning-facts'
import { sentencesIn } from '../../../src/ui/wording'
import type { Learning } from '../../../src/verifier/credential'
import { readElm3 } from '../../../src/verifier/reading/elm-3'
import type { JsonObject } from '../../../src/verifier/verification'
import { europeanCredential, type Mapping } from '../../fixtures/elm-3'
import { english } from './english'
import { readText, shown } from './shown'

const s = sentencesIn(english, 'en-GB')
const words = (learning: Learning): string =>
  readText(shown(<FactsTable facts={learningFacts(learning, s)} />))

function learningOf(mapping: Mapping): Learning {
  const [first] = readElm3(europeanCredential({ mapping }) as JsonObject, 'ELM/3').achievements
  if (!first?.learning) throw new Error('The credential says nothing of learning')
  return first.learning
}

test.each<Mapping>(['claim', 'specification'])(
  'what the credential says of learning is shown, by %s',
  (mapping) => {
    const said = words(learningOf(mapping))
    expect(said).toContain('Awarded by Faculty of Example Arts')
    expect(said).toContain('Learning outcomes')
    expect(said).toContain('Assessment')
    expect(said).toContain('Form of participation Blended')
  },
)

test('a long list ends where nobody reads on, and says how much is left out', () => {
  const outcomes = Array.from({ length: 120 }, (_, index) => ({
    title: { en: `outcome ${index}` },
  }))
  const said = words({ ...learningOf('claim'), outcomes })
  expect(said).toContain('outcome 19 ')
  expect(said).not.toContain('outcome 20')
  expect(said).toContain('100 more')
})

test('markup in a title stays text', () => {
  const hostile = { ...learningOf('claim'), parts: [{ en: '<img src=x onerror=alert(1)>' }] }
  expect(shown(<FactsTable facts={learningFacts(hostile, s)} />)).not.toContain('<img')
})

import { describe, expect, it } from 'vitest'
import { searchedParts } from '../../../../src/verifier/alignments/searched-criteria'
import type { CriteriaText } from '../../../../src/verifier/descriptors/criteria-reader'
import { achievement } from './some-credential'

const WHOLE: CriteriaText = { structured: false, sections: [], plain: 'Ｐasses\n\nall tests' }
const NAMED: CriteriaText = {
  structured: true,
  sections: [
    { descriptor: 'level', heading: 'Level', value: 'ＥＱＦ  ６', index: 1 },
    { descriptor: 'title', heading: 'Title', value: 'Welding', index: 2 },
  ],
  plain: 'Level: EQF 6\nTitle: Welding',
}

describe('criteria to be searched', () => {
  it('are the whole text in one form where it names nothing', () => {
    expect(searchedParts([WHOLE], [achievement()])).toEqual([
      { heading: '', text: 'Passes all tests', hasDigit: false, at: { place: 'criteria' } },
    ])
  })

  it('are their parts where it names them, a full-width digit being one', () => {
    expect(searchedParts([NAMED], [achievement()])).toEqual([
      {
        ...{ descriptor: 'level', heading: 'Level', text: 'EQF 6', hasDigit: true },
        at: { place: 'criteria', section: 1 },
      },
      {
        ...{ descriptor: 'title', heading: 'Title', text: 'Welding', hasDigit: false },
        at: { place: 'criteria', section: 2 },
      },
    ])
  })

  it('say whose they are where there are several achievements', () => {
    const parts = searchedParts([WHOLE, NAMED], [achievement(), achievement()])
    expect(parts.map(({ at }) => at)).toEqual([
      { place: 'criteria', achievement: 1 },
      { place: 'criteria', section: 1, achievement: 2 },
      { place: 'criteria', section: 2, achievement: 2 },
    ])
  })
})

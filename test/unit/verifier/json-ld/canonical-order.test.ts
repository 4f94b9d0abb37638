import { describe, expect, it } from 'vitest'
import { ordersDiffer, sortLines } from '../../../../src/verifier/json-ld/canonical-order'
import { canonicalize } from '../../../../src/verifier/json-ld/canonicalize'
import { fakeVerification } from '../fake-verification'
import { badge } from '../signing'
import { independentForm } from './independent-form'

/** Fullwidth A, U+FF21, and a trophy, U+1F3C6, which UTF-16 writes as U+D83C U+DFC6. */
const [FULLWIDTH, TROPHY] = ['\uFF21', '\u{1F3C6}']

describe('sortLines', () => {
  it.each([
    [FULLWIDTH, TROPHY],
    ['\uD7FF', TROPHY],
    [`x${FULLWIDTH}`, `x${TROPHY}`],
    ['\u{1F3C6}', '\u{1F3C7}'],
    ['\u{1F3C6}', '\u{2F3C6}'],
    ['a', 'a\u{1F3C6}'],
    ['\uE000', '\u{10000}'],
  ])('%j comes before %j by code point', (first, second) => {
    expect(sortLines([second, first], 'code-points')).toEqual([first, second])
    expect(sortLines([first, second], 'code-points')).toEqual([first, second])
    const utf8 = [second, first].sort((one, other) =>
      Buffer.compare(Buffer.from(one), Buffer.from(other)),
    )
    expect(utf8).toEqual([first, second])
  })

  it('differs by code unit', () => {
    expect(sortLines([FULLWIDTH, TROPHY], 'code-units')).toEqual([TROPHY, FULLWIDTH])
  })
})

describe('canonical form', () => {
  const named = {
    ...badge('did:example:issuer'),
    evidence: [{ name: [FULLWIDTH, TROPHY] }, { name: 'x' }],
  }

  it('is in the order of code points, or as rdf-canonize sorts', async () => {
    const [standard, ofSigners] = await Promise.all([
      canonicalize(named, fakeVerification(), 'SHA-256'),
      canonicalize(named, fakeVerification(), 'SHA-256', 'code-units'),
    ])
    expect(ofSigners).toBe(await independentForm(named))
    expect(standard).not.toBe(ofSigners)
    const lines = (standard as string).split('\n').slice(0, -1)
    const utf8 = [...lines].sort((one, other) =>
      Buffer.compare(Buffer.from(one), Buffer.from(other)),
    )
    expect(lines).toEqual(utf8)
  })

  it('is one where no such characters meet', async () => {
    const plain = { ...named, evidence: [{ name: [TROPHY, 'x', 'é'] }] }
    const forms = await Promise.all(
      (['code-points', 'code-units'] as const).map((order) =>
        canonicalize(plain, fakeVerification(), 'SHA-256', order),
      ),
    )
    expect(forms[0]).toBe(forms[1])
  })

  it('ordersDiffer sees where they may meet', () => {
    expect(ordersDiffer(`${FULLWIDTH} ${TROPHY}`)).toBe(true)
    expect(ordersDiffer(FULLWIDTH)).toBe(false)
    expect(ordersDiffer(TROPHY)).toBe(false)
  })
})

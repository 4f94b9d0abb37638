import { describe, expect, it } from 'vitest'
import { relabelQuads } from '../../../../src/verifier/proofs/relabel-quads'

const LABELS = new Map([
  ['c14n0', 'uB'],
  ['c14n1', 'uA'],
])

const relabel = (...lines: string[]) =>
  relabelQuads(`_:c14n0 <urn:p> _:c14n1 .\n${lines.map((line) => `${line}\n`).join('')}`, LABELS)

describe('relabelQuads', () => {
  it('replaces subjects, objects and graphs, and sorts by the new labels', () => {
    expect(relabel('_:c14n1 <urn:p> "x" .', '<urn:s> <urn:p> "x"@en _:c14n0 .')).toEqual([
      '<urn:s> <urn:p> "x"@en _:uB .\n',
      '_:uA <urn:p> "x" .\n',
      '_:uB <urn:p> _:uA .\n',
    ])
  })

  it.each([
    ['text', '"_:c14n0"'],
    ['text with spaces', '"see _:c14n0 , _:c14n1 ."'],
    ['text with quotation marks', '"\\" _:c14n0 \\\\\\" _:c14n1 \\\\"'],
    ['text with a datatype', '"_:c14n0 "^^<urn:t>'],
    ['text with a language', '" _:c14n0"@en'],
    ['an IRI', '<urn:_:c14n0>'],
    ['empty text', '""'],
  ])('leaves %s as it is', (_, object) => {
    expect(relabel(`<urn:s> <urn:p> ${object} .`)).toContain(`<urn:s> <urn:p> ${object} .\n`)
  })

  it('replaces the graph behind text', () => {
    expect(relabel('<urn:s> <urn:p> " _:c14n0 \\" "^^<urn:t> _:c14n1 .')).toContain(
      '<urn:s> <urn:p> " _:c14n0 \\" "^^<urn:t> _:uA .\n',
    )
  })

  it('wants every label, and no other', () => {
    expect(relabel('_:c14n2 <urn:p> "x" .')).toBeUndefined()
    expect(relabelQuads('_:c14n0 <urn:p> "x" .\n', LABELS)).toBeUndefined()
    expect(relabelQuads('', LABELS)).toBeUndefined()
    expect(relabelQuads('<urn:s> <urn:p> "x" .\n', new Map())).toHaveLength(1)
  })

  it('sorts by code point, or by code unit where that is asked for', () => {
    const lines = ['<urn:s> <urn:p> "\uFF21" .\n', '<urn:s> <urn:p> "\u{1F3C6}" .\n']
    expect(relabelQuads(lines.join(''), new Map())).toEqual(lines)
    expect(relabelQuads(lines.join(''), new Map(), 'code-units')).toEqual(lines.toReversed())
  })

  it('is linear in the text', () => {
    const long = `"${'\\"_:c14n0 '.repeat(100_000)}"`
    expect(relabel(`<urn:s> <urn:p> ${long} .`)).toHaveLength(2)
  })
})

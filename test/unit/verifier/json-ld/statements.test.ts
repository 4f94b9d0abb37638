import { describe, expect, it } from 'vitest'
import { OutsideSubset } from '../../../../src/verifier/json-ld/outside-subset'
import { Statements, type Node } from '../../../../src/verifier/json-ld/statements'

const [SUBJECT, OTHER, PREDICATE] = ['<urn:one>', '<urn:two>', '<urn:says>']

function objects(statements: Statements): Node[] {
  return statements.all.map(({ object }) => object)
}

/** Few are compared with each other, more are looked up. */
describe.each([1, 16, 17, 18, 40])('of a subject with %i statements', (count) => {
  const literals = Array.from({ length: count }, (_, at) => `"${at}"`)

  function said(): Statements {
    const statements = new Statements()
    for (const literal of literals) statements.add(SUBJECT, PREDICATE, literal, literal)
    return statements
  }

  it('each is kept once, in the order in which it came', () => {
    const statements = said()
    for (const literal of literals.toReversed())
      statements.add(SUBJECT, PREDICATE, literal, literal)
    expect(objects(statements)).toEqual(literals)
  })

  it('one that differs in a single part is another', () => {
    const statements = said()
    statements.add(OTHER, PREDICATE, '"0"', '"0"')
    statements.add(SUBJECT, '<urn:says-not>', '"0"', '"0"')
    statements.add(SUBJECT, PREDICATE, '<urn:0>')
    statements.inGraph(() => {
      statements.add(SUBJECT, PREDICATE, '"0"', '"0"')
    })
    expect(statements.all).toHaveLength(count + 4)
  })

  it.each(['"0"', `"${count - 1}"`])(
    'two unlike values that look the same as %s are left to the library',
    (literal) => {
      const statements = said()
      expect(() => {
        statements.add(SUBJECT, PREDICATE, literal, true)
      }).toThrow(OutsideSubset)
    },
  )
})

it('a blank node is no node with a name like its number', () => {
  const statements = new Statements()
  const node = statements.blankNode()
  statements.add(SUBJECT, PREDICATE, node)
  statements.add(SUBJECT, PREDICATE, String(node))
  expect(objects(statements)).toEqual([node, String(node)])
})

it('what is added as it is may be there twice', () => {
  const statements = new Statements()
  const statement = { subject: SUBJECT, predicate: PREDICATE, object: OTHER, graph: undefined }
  statements.addAsIs(statement)
  statements.addAsIs(statement)
  expect(statements.all).toHaveLength(2)
})

it('the statements of one subject take time in proportion to their number', () => {
  const statements = new Statements()
  for (let at = 0; at < 100_000; at++) statements.add(SUBJECT, PREDICATE, `"${at}"`, at)
  expect(statements.all).toHaveLength(100_000)
}, 5_000)

import { expect, test } from 'vitest'
import { QUALIFICATIONS, readCriteria } from '../../../../src/verifier/trusted-lists/read-criteria'
import type { Criteria } from '../../../../src/verifier/trusted-lists/trusted-lists'
import { ElementBuilder } from '../../../../src/verifier/trusted-lists/xml/element-builder'
import { XmlReader } from '../../../../src/verifier/trusted-lists/xml/read-xml'
import type { XmlElement } from '../../../../src/verifier/trusted-lists/xml/xml-element'

/** @param inner in the namespace of qualifications; `x:` is that of XAdES */
function criteria(assert: string, inner: string): Criteria {
  const builder = new ElementBuilder()
  let root: XmlElement | undefined
  const reader = new XmlReader({
    open: (tag) => {
      builder.open(tag)
    },
    text: (text) => {
      builder.text(text)
    },
    close: () => {
      root = builder.close() ?? root
    },
    instruction: () => undefined,
  })
  const names = `xmlns="${QUALIFICATIONS}" xmlns:x="http://uri.etsi.org/01903/v1.3.2#"`
  reader.write(`<CriteriaList ${names} assert="${assert}">${inner}</CriteriaList>`)
  reader.end()
  return readCriteria(root)
}

const policySet = (...oids: string[]): string =>
  `<PolicySet>${oids.map((oid) => `<PolicyIdentifier><x:Identifier>${oid}</x:Identifier></PolicyIdentifier>`).join('')}</PolicySet>`
const bit = (name: string, value: unknown): string =>
  `<KeyUsageBit name="${name}">${String(value)}</KeyUsageBit>`

test('policies, all of a set, under each assertion', () => {
  const parts = [{ policies: ['1.2.3', '1.2.4'] }, { policies: ['1.3'] }]
  const inner = `${policySet('1.2.3', 'urn:oid:1.2.4')}\n ${policySet('1.3')}<Description>x</Description>`
  expect(criteria('all', inner)).toEqual({ all: parts })
  expect(criteria('atLeastOne', inner)).toEqual({ any: parts })
  expect(criteria('none', inner)).toEqual({ none: parts })
})

test('lists in lists', () => {
  const inner = `<CriteriaList assert="atLeastOne">${policySet('1.2')}<Description/></CriteriaList>`
  expect(criteria('none', inner)).toEqual({ none: [{ any: [{ policies: ['1.2'] }] }] })
})

test('bits of the key usage', () => {
  const inner = `<KeyUsage>${bit('digitalSignature', true)}${bit('nonRepudiation', '1')}${bit('decipherOnly', false)}</KeyUsage>`
  expect(criteria('all', inner)).toEqual({ all: [{ keyUsage: { set: 3, clear: 256 } }] })
})

test.each([
  ['another assertion', 'most', policySet('1.2')],
  ['nothing asserted', 'all', '<Description>all of them</Description>'],
])('%s is not read', (_what, assert, inner) => {
  expect(criteria(assert, inner)).toBe('unread')
})

test.each([
  ['a set of nothing', '<PolicySet/>'],
  ['a policy that is no object identifier', policySet('1.2', 'qualified')],
  ['a policy that is not named', '<PolicySet><PolicyIdentifier/></PolicySet>'],
  ['something else in a set', policySet('1.2').replace('</PolicySet>', '<Other/></PolicySet>')],
  ['a bit that nobody knows', `<KeyUsage>${bit('signing', true)}</KeyUsage>`],
  ['a bit that is maybe', `<KeyUsage>${bit('digitalSignature', 'maybe')}</KeyUsage>`],
  ['criteria of another kind', '<otherCriteriaList/>'],
  ['criteria of somebody else', '<x:PolicySet/>'],
])('%s is met by nobody knows whom', (_what, inner) => {
  expect(criteria('all', `${policySet('1.9')}${inner}`)).toEqual({
    all: [{ policies: ['1.9'] }, 'unread'],
  })
})

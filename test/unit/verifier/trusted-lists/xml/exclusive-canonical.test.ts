import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExclusiveCanonicalization } from 'xml-crypto'
import { ExclusiveCanonical } from '../../../../../src/verifier/trusted-lists/xml/exclusive-canonical'
import { XmlReader } from '../../../../../src/verifier/trusted-lists/xml/read-xml'

function canonical(xml: string): string {
  const parts: string[] = []
  const reader = new XmlReader(new ExclusiveCanonical((text) => parts.push(text)))
  reader.write(xml)
  reader.end()
  return parts.join('')
}

/** The independent implementation. */
function byXmlCrypto(xml: string): string {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const root = document.documentElement as unknown as Element
  return new ExclusiveCanonicalization().process(root, {})
}

test('the example of the Recommendation, section 2.2: context leaves no trace', () => {
  const element =
    '<n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>'
  const inContext = `<n0:pdu xmlns:n0="http://a.example" xmlns:n1="http://example.net" xmlns:n3="ftp://example.org">${element}</n0:pdu>`
  expect(canonical(inContext)).toBe(`<n0:pdu xmlns:n0="http://a.example">${element}</n0:pdu>`)
})

test.each([
  ['white space between attributes', '<a  b = "1"\n c="2" />', '<a b="1" c="2"></a>'],
  [
    'attributes by namespace, then name',
    '<a xmlns:z="u:1" xmlns:y="u:2" y:a="1" z:b="2" c="3"/>',
    '<a xmlns:y="u:2" xmlns:z="u:1" c="3" z:b="2" y:a="1"></a>',
  ],
  [
    'a default namespace that ends',
    '<a xmlns="u:1"><b xmlns=""><c xmlns=""/></b></a>',
    '<a xmlns="u:1"><b xmlns=""><c></c></b></a>',
  ],
  [
    'a prefix that means something else inside',
    '<p:a xmlns:p="u:1"><p:b xmlns:p="u:2"><p:c/></p:b><p:d/></p:a>',
    '<p:a xmlns:p="u:1"><p:b xmlns:p="u:2"><p:c></p:c></p:b><p:d></p:d></p:a>',
  ],
  [
    'siblings declare for themselves',
    '<a xmlns:p="u:1"><p:b/><p:c/></a>',
    '<a><p:b xmlns:p="u:1"></p:b><p:c xmlns:p="u:1"></p:c></a>',
  ],
  [
    'references and CDATA',
    '<a>&lt;&#38;<![CDATA[<&>"]]>&#13;&quot;</a>',
    '<a>&lt;&amp;&lt;&amp;&gt;"&#xD;"</a>',
  ],
  [
    'references in values',
    '<a b="&lt;&amp;&quot;&gt;&#9;&#10;&#13;&apos;"/>',
    `<a b="&lt;&amp;&quot;>&#x9;&#xA;&#xD;'"></a>`,
  ],
  ['ends of lines, and tabs in values', '<a b="1\r\n\t2">x\r\ny\rz</a>', '<a b="1  2">x\ny\nz</a>'],
  ['comments', '<!-- 1 --><a>b<!-- 2 -->c</a><!-- 3 -->', '<a>bc</a>'],
  [
    'instructions in and around the root',
    '<?x?><a><?y  z ?></a>\n<?w v?>',
    '<?x?>\n<a><?y z ?></a>\n<?w v?>',
  ],
])('%s', (_what, xml, expected) => {
  expect(canonical(`<?xml version="1.0"?>\n${xml}\n`)).toBe(expected)
})

interface Node_ {
  prefix: string
  local: string
  declared: Record<string, string>
  attributes: { prefix: string; local: string; value: string }[]
  children: (Node_ | string)[]
}

const PREFIXES = ['', 'a', 'b', 'c']
const NAMESPACES = ['urn:1', 'urn:2', 'http://example.org/ns#']
const someText = fc.string({
  unit: fc.constantFrom(...'xé€😀<>&"\' \n\t\r'.match(/./gsu)!),
  maxLength: 12,
})

const node = fc.letrec<{ node: Node_ }>((tie) => ({
  node: fc.record({
    prefix: fc.constantFrom(...PREFIXES),
    local: fc.constantFrom('e', 'f', 'long-name'),
    declared: fc.dictionary(fc.constantFrom(...PREFIXES), fc.constantFrom(...NAMESPACES)),
    attributes: fc.uniqueArray(
      fc.record({
        prefix: fc.constantFrom(...PREFIXES, 'xml'),
        local: fc.constantFrom('k', 'l', 'm', 'n'),
        value: someText,
      }),
      { selector: ({ local }) => local, maxLength: 4 },
    ),
    children: fc.array(fc.oneof({ depthSize: 'small' }, someText, tie('node')), { maxLength: 4 }),
  }),
})).node

const write = (text: string): string =>
  text.replace(/[<>&"\r\n\t]/g, (one) => `&#${one.charCodeAt(0)};`)

/** @param isRoot declares every prefix, so that the document is well formed */
function xmlOf({ prefix, local, declared, attributes, children }: Node_, isRoot: boolean): string {
  const all = isRoot ? { a: 'urn:1', b: 'urn:2', c: 'urn:3', ...declared } : declared
  const name = prefix === '' ? local : `${prefix}:${local}`
  const declarations = Object.entries(all).map(
    ([key, uri]) => ` xmlns${key === '' ? '' : `:${key}`}="${uri}"`,
  )
  const values = attributes.map(
    (one) => ` ${one.prefix === '' ? '' : `${one.prefix}:`}${one.local}="${write(one.value)}"`,
  )
  const inner = children.map((child) =>
    typeof child === 'string' ? `${write(child)}<!-- & -->` : xmlOf(child, false),
  )
  return `<${name}${[...values, ...declarations].join('')}>${inner.join('')}</${name}>`
}

test('is what xml-crypto makes of any document', () => {
  fc.assert(
    fc.property(node, (root) => {
      const xml = xmlOf(root, true)
      expect(canonical(xml)).toBe(byXmlCrypto(xml))
    }),
    { numRuns: 300 },
  )
})

test('is its own canonical form', () => {
  fc.assert(
    fc.property(node, (root) => {
      const once = canonical(xmlOf(root, true))
      expect(canonical(once)).toBe(once)
    }),
  )
})

import { expect, test } from 'vitest'
import { XmlReader } from '../../../../../src/verifier/trusted-lists/xml/read-xml'

/** What was read, one event a line. */
function events(xml: string): string[] {
  const all: string[] = []
  const reader = new XmlReader({
    open: ({ prefix, local, uri, attributes }) =>
      all.push(
        `<${prefix}:${local} ${uri} ${attributes.map(({ uri, local, value }) => `${uri}|${local}=${value}`).join()}`,
      ),
    text: (text) => all.push(JSON.stringify(text)),
    close: () => all.push('>'),
    instruction: (target, body) => all.push(`?${target} ${body}`),
  })
  // In parts of three characters: where the document is cut makes no difference.
  for (let at = 0; at < xml.length; at += 3) reader.write(xml.slice(at, at + 3))
  reader.end()
  return all
}

test('names are resolved, and declarations are no attributes', () => {
  expect(events('<p:a xmlns:p="u:1" xmlns="u:2" b="1" p:c="2"><d/></p:a>')).toEqual([
    '<p:a u:1 |b=1,u:1|c=2',
    '<:d u:2 ',
    '>',
    '>',
  ])
})

test('text is what is inside the root', () => {
  expect(events('<?xml version="1.0" encoding="utf-8"?>\n<a>1<![CDATA[<2]]></a>\n')).toEqual([
    '<:a  ',
    '"1"',
    '"<2"',
    '>',
  ])
})

const BOMB = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(99)}"><!ENTITY c "&b;&b;&b;&b;">]>`

test.each([
  ['a DOCTYPE', '<!DOCTYPE a><a/>', 'expected no DOCTYPE'],
  ['a DOCTYPE with entities', `${BOMB}<a>&c;</a>`, 'expected no DOCTYPE'],
  [
    'a DOCTYPE that fetches',
    '<!DOCTYPE a SYSTEM "https://e.example/x"><a/>',
    'expected no DOCTYPE',
  ],
  ['an entity that nobody defined', '<a>&nbsp;</a>', 'expected well-formed XML'],
  ['XML 1.1', '<?xml version="1.1"?><a/>', 'expected XML 1.0'],
  ['another encoding', '<?xml version="1.0" encoding="latin1"?><a/>', 'expected UTF-8'],
  ['a prefix that is not declared', '<p:a/>', 'expected well-formed XML'],
  ['an attribute twice', '<a xmlns:p="u" xmlns:q="u" p:b="" q:b=""/>', 'expected well-formed XML'],
  ['an element that does not end', '<a><b></a>', 'expected well-formed XML'],
  ['two roots', '<a/><a/>', 'expected well-formed XML'],
  ['text after the root', '<a/>b', 'expected well-formed XML'],
  ['nothing', '', 'expected well-formed XML'],
  ['a control character', '<a>\u0001</a>', 'expected well-formed XML'],
  ['levels without end', '<a>'.repeat(49), 'expected at most 48 levels'],
  [
    'attributes without end',
    `<a ${Array.from({ length: 65 }, (_, at) => `b${at}=""`).join(' ')}/>`,
    'expected at most 64 attributes',
  ],
])('refuses %s', (_what, xml, message) => {
  expect(() => events(xml)).toThrow(message)
})
